package se.tjanstenav.mocks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/** SOAP requests written by hand, so that a test can make them wrong in one place. */
final class SoapRequests {

    static final String BOLAGSVERKET = "http://schema.bolagsverket.example/tjanstekatalog/v1";
    static final String FORSAKRINGSKASSAN = "urn:forsakringskassan.example:servicecatalogue:1";
    private static final String WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";

    private SoapRequests() {}

    static String soap11(String namespace, String element) {
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><" + element + " xmlns=\""
                + namespace + "\"/></s:Body></s:Envelope>";
    }

    static String soap12(String headers, String namespace, String element) {
        return "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header>" + headers
                + "</s:Header><s:Body><" + element + " xmlns=\"" + namespace + "\"/></s:Body></s:Envelope>";
    }

    static String addressing(String action) {
        String namespace = " xmlns=\"http://www.w3.org/2005/08/addressing\">";
        return "<Action" + namespace + action + "</Action><MessageID" + namespace + "urn:uuid:" + UUID.randomUUID()
                + "</MessageID><To" + namespace
                + "https://ws.forsakringskassan.example/services/ServiceCatalogue</To>";
    }

    static String digest(String user, String password) {
        byte[] nonce = UUID.randomUUID().toString().getBytes(UTF_8);
        String created = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return usernameToken(
                user,
                "Digest",
                sha1(nonce, created, password),
                "<w:Nonce EncodingType=\"" + WSS + "soap-message-security-1.0#Base64Binary\">"
                        + Base64.getEncoder().encodeToString(nonce) + "</w:Nonce><u:Created>" + created
                        + "</u:Created>");
    }

    /** The digest of a password alone, as of a client that leaves nonce and created out. */
    static String bareDigest(String password) {
        return sha1(new byte[0], "", password);
    }

    static String plainText(String user, String password) {
        return usernameToken(user, "Text", password, "");
    }

    static String usernameToken(String user, String type, String password, String rest) {
        return "<w:Security s:mustUnderstand=\"true\" xmlns:w=\"" + WSS + "wssecurity-secext-1.0.xsd\" xmlns:u=\"" + WSS
                + "wssecurity-utility-1.0.xsd\"><w:UsernameToken><w:Username>" + user
                + "</w:Username><w:Password Type=\"" + WSS + "username-token-profile-1.0#Password" + type + "\">"
                + password + "</w:Password>" + rest + "</w:UsernameToken></w:Security>";
    }

    private static String sha1(byte[] nonce, String created, String password) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(nonce);
            digest.update(created.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(digest.digest(password.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
