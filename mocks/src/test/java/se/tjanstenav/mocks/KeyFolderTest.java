package se.tjanstenav.mocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {

    @TempDir
    private Path folder;

    @Test
    void keepsAuthorityAndSecretsOverARestart() throws IOException {
        Map<String, String> secrets;
        String authority;
        try (StubAgencies first = agencies()) {
            secrets = first.secrets();
            authority = first.certificateAuthority();
        }
        assertThat(secrets).containsOnlyKeys("skatteverket-oauth", "bolagsverket-client-certificate");
        try (StubAgencies second = agencies();
                StubClient client = new StubClient(second, secrets.get("bolagsverket-client-certificate"))) {
            assertThat(second.secrets()).isEqualTo(secrets);
            assertThat(second.certificateAuthority()).isEqualTo(authority);
            assertThat(client.get("ws.bolagsverket.example", "/tjanstekatalog/v1?wsdl")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void letsOnlyTheOwnerReadSecrets() throws IOException {
        try (StubAgencies agencies = agencies()) {
            for (String name : List.of("skatteverket-oauth", "bolagsverket-client-certificate")) {
                assertThat(folder.resolve(name)).hasContent(agencies.secrets().get(name));
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                        .isEqualTo("rw-------");
            }
            assertThat(folder.resolve("ca.pem")).hasContent(agencies.certificateAuthority());
        }
    }

    @Test
    void makesNewKeysWithoutAFolder() {
        try (StubAgencies first = StubAgencies.launch("skatteverket");
                StubAgencies second = StubAgencies.launch("skatteverket")) {
            assertThat(first.secrets()).isNotEqualTo(second.secrets());
            assertThat(first.certificateAuthority()).isNotEqualTo(second.certificateAuthority());
        }
    }

    private StubAgencies agencies() {
        return StubAgencies.builder()
                .agencies("skatteverket", "bolagsverket")
                .folder(folder)
                .start();
    }
}
