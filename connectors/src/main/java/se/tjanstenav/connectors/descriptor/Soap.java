package se.tjanstenav.connectors.descriptor;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.descriptor.Descriptor.SecretReference;

/** What every SOAP call of the connector has in common. */
public record Soap(
        Version version,
        URI endpoint,
        Boolean wsAddressing,
        @Nullable WsSecurity wsSecurity) {

    public Soap(Version version, URI endpoint, @Nullable Boolean wsAddressing, @Nullable WsSecurity wsSecurity) {
        this.version = version;
        this.endpoint = endpoint;
        this.wsAddressing = wsAddressing != null && wsAddressing;
        this.wsSecurity = wsSecurity;
    }

    public enum Version {
        @JsonProperty("1.1")
        SOAP_11,
        @JsonProperty("1.2")
        SOAP_12
    }

    /**
     * The WS-Security header.
     *
     * @param timestamp whether to send when the request was made and until when it holds
     * @param signature signs body and timestamp
     */
    public record WsSecurity(
            @Nullable UsernameToken usernameToken,
            Boolean timestamp,
            @Nullable Signature signature) {

        public WsSecurity(
                @Nullable UsernameToken usernameToken, @Nullable Boolean timestamp, @Nullable Signature signature) {
            this.usernameToken = usernameToken;
            this.timestamp = timestamp != null && timestamp;
            this.signature = signature;
        }
    }

    /** A UsernameToken with password digest, nonce and creation time. */
    public record UsernameToken(String username, SecretReference password) {}

    /** An X.509 signature; the key is a PEM with the certificate chain and its private key. */
    public record Signature(SecretReference key) {}
}
