package se.tjanstenav.mocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import se.tjanstenav.mocks.junit.AgencyStubs;

/** The extension beside Spring's: the agencies run before the context is made, so that its properties can name them. */
@AgencyStubs({"skatteverket", "bolagsverket"})
@SpringJUnitConfig
class AgencyStubsWithSpringTest {

    private static StubAgencies stubs;

    @TempDir
    private static Path folder;

    @Configuration
    static class Application {}

    @BeforeAll
    static void take(StubAgencies agencies) {
        stubs = agencies;
        stubs.writeTo(folder);
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("trust", () -> folder.resolve("ca.pem").toString());
        registry.add("secrets", () -> folder.toString());
        stubs.addresses()
                .forEach((host, address) ->
                        registry.add("connect-to[" + host + "]", () -> "127.0.0.1:" + address.getPort()));
    }

    @Test
    void propertiesCarryAddressesAuthorityAndSecrets(@Autowired Environment environment) throws Exception {
        assertThat(environment.getProperty("connect-to[api.skatteverket.example]"))
                .isEqualTo("127.0.0.1:"
                        + Objects.requireNonNull(stubs.addresses().get("api.skatteverket.example"))
                                .getPort());
        assertThat(Path.of(environment.getRequiredProperty("trust"))).hasContent(stubs.certificateAuthority());
        Path secrets = Path.of(environment.getRequiredProperty("secrets"));
        assertThat(Files.readString(secrets.resolve("skatteverket-oauth")))
                .isEqualTo(stubs.secrets().get("skatteverket-oauth"));
        assertThat(secrets.resolve("bolagsverket-client-certificate")).isNotEmptyFile();
        assertThat(secrets.resolve("ca-with-key.pem")).doesNotExist();
    }
}
