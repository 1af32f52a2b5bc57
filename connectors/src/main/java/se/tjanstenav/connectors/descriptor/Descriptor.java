package se.tjanstenav.connectors.descriptor;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Agency;

/**
 * What one connector's descriptor says; {@code connector.schema.json} documents every keyword. A descriptor read by
 * {@link DescriptorReader} is consistent in itself.
 */
public record Descriptor(String apiVersion, String kind, Metadata metadata, Spec spec) {

    /** The same descriptor with limits that are nowhere higher than these. */
    public Descriptor within(Limits limits) {
        return new Descriptor(
                apiVersion, kind, metadata, spec.with(spec.limits().within(limits)));
    }

    /**
     * Whose connector it is.
     *
     * @param agencyName the agency's name by language; the title stands in for Swedish
     * @param organisationNumber of the agency, as {@code NNNNNN-NNNN}
     * @param agencyHomepage where the agency is met on the web
     */
    public record Metadata(
            String id,
            String agency,
            String title,
            String owner,
            @Nullable Map<String, String> agencyName,
            @Nullable String organisationNumber,
            Agency.@Nullable Kind agencyKind,
            @Nullable URI agencyHomepage) {}

    /**
     * What is asked, and how.
     *
     * @param definesConcepts how the codes of the national concepts begin that the agency's own services may define
     * @param codeLists what the agency's codes mean in the catalogue's, by name of the list and code
     */
    public record Spec(
            Egress egress,
            Limits limits,
            Auth auth,
            Tls tls,
            @Nullable Soap soap,
            List<SpokenFor> speaksFor,
            List<String> definesConcepts,
            Map<String, Map<String, @Nullable String>> codeLists,
            List<FeedSpec> feeds) {

        public Spec(
                Egress egress,
                @Nullable Limits limits,
                @Nullable Auth auth,
                @Nullable Tls tls,
                @Nullable Soap soap,
                @Nullable List<SpokenFor> speaksFor,
                @Nullable List<String> definesConcepts,
                @Nullable Map<String, Map<String, @Nullable String>> codeLists,
                List<FeedSpec> feeds) {
            this.egress = egress;
            this.limits = limits == null ? Limits.DEFAULTS : limits;
            this.auth = auth == null ? Auth.NONE : auth;
            this.tls = tls == null ? new Tls(null, null) : tls;
            this.soap = soap;
            this.speaksFor = speaksFor == null ? List.of() : List.copyOf(speaksFor);
            this.definesConcepts = definesConcepts == null ? List.of() : List.copyOf(definesConcepts);
            this.codeLists = codeLists == null ? Map.of() : codeLists;
            this.feeds = List.copyOf(feeds);
        }

        private Spec with(Limits other) {
            return new Spec(egress, other, auth, tls, soap, speaksFor, definesConcepts, codeLists, feeds);
        }
    }

    /**
     * The hosts, with a port where it is not the usual one, that the connector may talk to: by HTTPS, or by plain HTTP
     * where the entry begins with {@code http://}.
     */
    public record Egress(List<String> hosts) {

        static final String PLAIN = "http://";
        private static final int HTTPS_PORT = 443;
        private static final int HTTP_PORT = 80;

        public Egress {
            hosts = List.copyOf(hosts);
        }

        public boolean allows(URI uri) {
            boolean plain = "http".equalsIgnoreCase(uri.getScheme());
            if (uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || !(plain || "https".equalsIgnoreCase(uri.getScheme()))) {
                return false;
            }
            String host = (plain ? PLAIN : "") + uri.getHost().toLowerCase(Locale.ROOT);
            int usual = plain ? HTTP_PORT : HTTPS_PORT;
            int port = uri.getPort() < 0 ? usual : uri.getPort();
            return hosts.contains(host + ":" + port) || (port == usual && hosts.contains(host));
        }
    }

    /** A further agency whose services an aggregator may describe, with what it tells of it. */
    public record SpokenFor(
            String id,
            Map<String, String> name,
            @Nullable String organisationNumber,
            Agency.@Nullable Kind kind,
            @Nullable URI homepage) {}

    /** The name of a secret; never the secret itself. */
    public record SecretReference(String secret) {}

    /**
     * How requests are authorised.
     *
     * @param header the header of an API key
     * @param username for HTTP Basic
     * @param scope what the token is asked for
     */
    public record Auth(
            Auth.Type type,
            @Nullable String header,
            @Nullable SecretReference key,
            @Nullable String username,
            @Nullable SecretReference password,
            @Nullable URI tokenUrl,
            @Nullable String clientId,
            @Nullable SecretReference clientSecret,
            @Nullable String scope) {

        public static final Auth NONE = new Auth(Auth.Type.NONE, null, null, null, null, null, null, null, null);

        public enum Type {
            @JsonProperty("none")
            NONE,
            @JsonProperty("apiKey")
            API_KEY,
            @JsonProperty("basic")
            BASIC,
            @JsonProperty("oauth2ClientCredentials")
            OAUTH2_CLIENT_CREDENTIALS
        }
    }

    /**
     * What TLS needs beyond the defaults.
     *
     * @param clientCertificate PEM with the certificate chain and its private key
     * @param trust PEM with the only certificate authorities to trust for this connector
     */
    public record Tls(
            @Nullable SecretReference clientCertificate,
            @Nullable SecretReference trust) {}
}
