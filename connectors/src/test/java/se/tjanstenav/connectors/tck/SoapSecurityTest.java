package se.tjanstenav.connectors.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.connectors.TestHub;

/** WS-Security towards an endpoint that checks it: what is sent, and what a key that cannot be used gives. */
@ExtendWith(OutputCaptureExtension.class)
class SoapSecurityTest extends AgainstTestAgency {

    private static final String SOAP_11 = "http://schemas.xmlsoap.org/wsdl/soap/http";
    private static final String SOAP_12 = "http://www.w3.org/2003/05/soap/bindings/HTTP/";
    private static final String SIGNED = "timestamp: true, signature: {key: {secret: signing-key}}";
    private static final String USER = "usernameToken: {username: hub, password: {secret: password}}";

    private SigningIdentity identity;

    @BeforeAll
    void makeKey() {
        identity = SigningIdentity.selfSigned("hub");
    }

    @ParameterizedTest
    @CsvSource({"1.1, " + SOAP_11, "1.2, " + SOAP_12})
    void signsBodyAndTimestamp(String version, String binding) {
        try (VerifyingAgency endpoint = endpoint(binding, "Timestamp Signature", identity.certificate());
                TestHub hub = hub(endpoint, version, SIGNED, identity.pem())) {
            assertThat(TestAgency.ids(hub)).containsExactly("a");
            assertThat(TestAgency.ids(hub)).containsExactly("a");
        }
    }

    @Test
    void sendsTheWholeChainWhereTheAgencyKnowsTheIssuerOnly() {
        SigningIdentity issuer = SigningIdentity.selfSigned("issuer");
        try (VerifyingAgency endpoint = endpoint(SOAP_11, "Timestamp Signature", issuer.certificate());
                TestHub hub = hub(endpoint, "1.1", SIGNED, issuer.issue("hub").pem())) {
            assertThat(TestAgency.ids(hub)).containsExactly("a");
        }
    }

    @Test
    void signsBesideTheUsernameToken() {
        try (VerifyingAgency endpoint = endpoint(SOAP_11, "UsernameToken Timestamp Signature", identity.certificate());
                TestHub hub = hub(endpoint, "1.1", USER + ", " + SIGNED, identity.pem())) {
            assertThat(TestAgency.ids(hub)).containsExactly("a");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"timestamp: true | Timestamp", USER + " | UsernameToken"})
    void sendsATimestampOrAUsernameTokenAlone(String security, String actions) {
        try (VerifyingAgency endpoint = endpoint(SOAP_11, actions, null);
                TestHub hub = hub(endpoint, "1.1", security, identity.pem())) {
            assertThat(TestAgency.ids(hub)).containsExactly("a");
        }
    }

    @Test
    void tellsThatTheAgencyDoesNotTrustTheSignature(CapturedOutput output) {
        try (VerifyingAgency endpoint = endpoint(
                        SOAP_11,
                        "Timestamp Signature",
                        SigningIdentity.selfSigned("other").certificate());
                TestHub hub = hub(endpoint, "1.1", SIGNED, identity.pem())) {
            assertThat(TestAgency.fault(hub).code()).isEqualTo("AUTH");
            assertThat(endpoint.letIn()).isZero();
            assertThat(output).doesNotContain(pieceOf(identity));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "garbage", "no key", "broken key", "no certificate", "EC", "key of another"})
    void tellsAtFirstUseThatTheKeyCannotBeUsedAndShowsNothingOfIt(String what, CapturedOutput output) {
        SigningIdentity wrong =
                switch (what) {
                    case "expired" -> SigningIdentity.expired("hub");
                    case "EC" -> SigningIdentity.selfSigned("hub", "EC");
                    default -> identity;
                };
        String pem =
                switch (what) {
                    case "garbage" -> "this is no PEM, but perhaps a secret";
                    case "no key" -> wrong.certificates();
                    case "broken key" -> wrong.pem().replace(pieceOf(wrong), "AAAA" + pieceOf(wrong));
                    case "no certificate" -> wrong.keyPem();
                    case "key of another" ->
                        wrong.certificates()
                                + SigningIdentity.selfSigned("other").keyPem();
                    default -> wrong.pem();
                };
        try (VerifyingAgency endpoint = endpoint(SOAP_11, "Timestamp Signature", wrong.certificate());
                TestHub hub = hub(endpoint, "1.1", SIGNED, pem)) {
            Fault fault = TestAgency.fault(hub);
            assertThat(fault.code()).isEqualTo("UNUSABLE_KEY");
            assertThat(fault.category()).isEqualTo(Fault.Category.HUB);
            assertThat(fault.detail())
                    .contains("'signing-key'")
                    .endsWith(".")
                    .doesNotContain("perhaps a secret", pieceOf(wrong));
            assertThat(output).doesNotContain("perhaps a secret", pieceOf(wrong));
            assertThat(endpoint.letIn()).isZero();
        }
    }

    /** A line from the middle of the private key. */
    private static String pieceOf(SigningIdentity identity) {
        return identity.keyPem().lines().toList().get(2);
    }

    private VerifyingAgency endpoint(String binding, String actions, @Nullable X509Certificate trusted) {
        return new VerifyingAgency(certificate, binding, actions, trusted);
    }

    private TestHub hub(VerifyingAgency endpoint, String version, String security, String pem) {
        String spec = """
                egress: {hosts: [api.agency.example]}
                limits: {requestsPerSecond: 100}
                soap:
                  version: "%s"
                  endpoint: https://api.agency.example/ws
                  wsSecurity: {%s}
                feeds:
                  - name: list
                    kind: services
                    schedule: {every: 1h}
                    request: {action: "urn:list", body: "<list xmlns='urn:agency'/>"}
                    response: {format: soap, records: /answer/item, id: /@id}
                    mapping: {language: jsonata, expression: "{'code': `@id`}"}
                """.formatted(version, security);
        Map<String, String> secrets = Map.of("signing-key", pem, "password", VerifyingAgency.PASSWORD);
        return agency.hub(spec, secrets, endpoint.address());
    }
}
