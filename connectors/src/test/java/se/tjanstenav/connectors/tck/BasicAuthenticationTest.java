package se.tjanstenav.connectors.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.connectors.TestHub;

/** Name and password by HTTP Basic, towards old interfaces. */
class BasicAuthenticationTest extends AgainstTestAgency {

    private static final String AUTH = "auth: {type: basic, username: höbben, password: {secret: password}}";

    @Test
    void sendsNameAndPasswordInUtf8() {
        agency.replyJson("/v1/list", "{\"items\": [{\"id\": \"a\"}]}");
        try (TestHub hub = hub("blåbär:och gräs")) {
            assertThat(TestAgency.ids(hub)).containsExactly("a");
        }
        agency.server()
                .verify(getRequestedFor(urlEqualTo("/v1/list"))
                        .withHeader("Authorization", equalTo("Basic " + credentials())));
    }

    @Test
    void showsNeitherPasswordNorCredentialsThatAnAgencyEchoes() {
        agency.reply(
                "/v1/list",
                aResponse()
                        .withHeader("Content-Type", "text/plain")
                        .withBody("who sends blåbär:och gräs as " + credentials() + "?"));
        try (TestHub hub = hub("blåbär:och gräs")) {
            Fault fault = TestAgency.fault(hub);
            assertThat(fault.code()).isEqualTo("WRONG_CONTENT_TYPE");
            assertThat(fault.detail()).contains("***").doesNotContain("blåbär", credentials());
        }
    }

    @Test
    void tellsThatTheyWereRefusedAndTriesNoOther() {
        agency.reply("/v1/list", aResponse().withStatus(401));
        try (TestHub hub = hub("wrong password")) {
            assertThat(TestAgency.fault(hub).code()).isEqualTo("AUTH");
        }
        agency.server().verify(1, getRequestedFor(urlEqualTo("/v1/list")));
    }

    @Test
    void sendsNothingWithAPasswordThatCannotBeOne() {
        try (TestHub hub = hub("two\nlines")) {
            assertThat(TestAgency.fault(hub).code()).isEqualTo("AUTH");
        }
        agency.server().verify(0, getRequestedFor(urlEqualTo("/v1/list")));
    }

    private TestHub hub(String password) {
        return agency.hub(TestAgency.spec(AUTH, "{type: none}"), Map.of("password", password));
    }

    private static String credentials() {
        return Base64.getEncoder().encodeToString("höbben:blåbär:och gräs".getBytes(StandardCharsets.UTF_8));
    }
}
