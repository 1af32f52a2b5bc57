package se.tjanstenav.connectors.descriptor;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.FeedKind;

/**
 * What one connector's descriptor says; {@code connector.schema.json} documents every keyword. A descriptor read by
 * {@link DescriptorReader} is consistent in itself.
 */
public record Descriptor(String apiVersion, String kind, Metadata metadata, Spec spec) {

    /**
     * Whose connector it is.
     *
     * @param agencyName the agency's name by language; the title stands in for Swedish
     */
    public record Metadata(
            String id,
            String agency,
            String title,
            String owner,
            @Nullable Map<String, String> agencyName) {}

    public record Spec(
            Egress egress,
            Limits limits,
            Auth auth,
            Tls tls,
            @Nullable Soap soap,
            List<SpokenFor> speaksFor,
            List<FeedSpec> feeds) {

        public Spec(
                Egress egress,
                @Nullable Limits limits,
                @Nullable Auth auth,
                @Nullable Tls tls,
                @Nullable Soap soap,
                @Nullable List<SpokenFor> speaksFor,
                List<FeedSpec> feeds) {
            this.egress = egress;
            this.limits = limits == null ? Limits.DEFAULTS : limits;
            this.auth = auth == null ? Auth.NONE : auth;
            this.tls = tls == null ? new Tls(null, null) : tls;
            this.soap = soap;
            this.speaksFor = speaksFor == null ? List.of() : List.copyOf(speaksFor);
            this.feeds = List.copyOf(feeds);
        }
    }

    /** The hosts, with a port where it is not 443, that the connector may talk to. */
    public record Egress(List<String> hosts) {

        private static final int HTTPS = 443;

        public Egress {
            hosts = List.copyOf(hosts);
        }

        public boolean allows(URI uri) {
            if (uri.getHost() == null || uri.getUserInfo() != null || !"https".equalsIgnoreCase(uri.getScheme())) {
                return false;
            }
            String host = uri.getHost().toLowerCase(Locale.ROOT);
            int port = uri.getPort() < 0 ? HTTPS : uri.getPort();
            return hosts.contains(host + ":" + port) || (port == HTTPS && hosts.contains(host));
        }
    }

    /** A further agency whose services an aggregator may describe. */
    public record SpokenFor(String id, Map<String, String> name) {}

    /** The name of a secret; never the secret itself. */
    public record SecretReference(String secret) {}

    /**
     * How requests are authorised.
     *
     * @param header the header of an API key
     * @param scope what the token is asked for
     */
    public record Auth(
            Auth.Type type,
            @Nullable String header,
            @Nullable SecretReference key,
            @Nullable URI tokenUrl,
            @Nullable String clientId,
            @Nullable SecretReference clientSecret,
            @Nullable String scope) {

        public static final Auth NONE = new Auth(Auth.Type.NONE, null, null, null, null, null, null);

        public enum Type {
            @JsonProperty("none")
            NONE,
            @JsonProperty("apiKey")
            API_KEY,
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
    }

    public record WsSecurity(UsernameToken usernameToken) {}

    /** A UsernameToken with password digest, nonce and creation time. */
    public record UsernameToken(String username, SecretReference password) {}

    public record FeedSpec(
            String name,
            FeedKind kind,
            Schedule schedule,
            Freshness freshness,
            Request request,
            Response response,
            Pagination pagination,
            MappingSpec mapping,
            List<MappingTest> tests) {

        public FeedSpec(
                String name,
                FeedKind kind,
                Schedule schedule,
                @Nullable Freshness freshness,
                Request request,
                Response response,
                @Nullable Pagination pagination,
                MappingSpec mapping,
                @Nullable List<MappingTest> tests) {
            this.name = name;
            this.kind = kind;
            this.schedule = schedule;
            this.freshness = freshness == null ? Freshness.DEFAULTS : freshness;
            this.request = request;
            this.response = response;
            this.pagination = pagination == null ? Pagination.NONE : pagination;
            this.mapping = mapping;
            this.tests = tests == null ? List.of() : List.copyOf(tests);
        }
    }

    /** How old a feed's data may be and still count as coming from the source. */
    public record Freshness(Duration fresh) {

        static final Freshness DEFAULTS = new Freshness(Duration.ofHours(36));
    }

    /**
     * One request. REST has a path, SOAP an action and a body.
     *
     * @param host one of the egress hosts; null means the first
     * @param body a template; see {@link BodyTemplate}
     */
    public record Request(
            @Nullable String host,
            @Nullable String path,
            Map<String, String> query,
            Map<String, String> headers,
            @Nullable String action,
            @Nullable String body) {

        public Request(
                @Nullable String host,
                @Nullable String path,
                @Nullable Map<String, String> query,
                @Nullable Map<String, String> headers,
                @Nullable String action,
                @Nullable String body) {
            this.host = host;
            this.path = path;
            this.query = query == null ? Map.of() : query;
            this.headers = headers == null ? Map.of() : headers;
            this.action = action;
            this.body = body;
        }
    }

    /**
     * Where the records are in an answer.
     *
     * @param records pointer to the records
     * @param id pointer to the identity within a record
     * @param where pointers into a record and the text that must stand there; other records are passed over
     */
    public record Response(
            Format format,
            String records,
            String id,
            Map<String, String> where,
            @Nullable Faults faults) {

        public Response(
                Format format,
                String records,
                String id,
                @Nullable Map<String, String> where,
                @Nullable Faults faults) {
            this.format = format;
            this.records = records;
            this.id = id;
            this.where = where == null ? Map.of() : where;
            this.faults = faults;
        }

        public enum Format {
            @JsonProperty("json")
            JSON,
            @JsonProperty("xml")
            XML,
            @JsonProperty("soap")
            SOAP
        }
    }

    /**
     * Faults of producers that an otherwise successful answer carries.
     *
     * @param path pointer to them in the answer
     * @param code pointer to the code within one
     * @param text pointer to the text within one
     */
    public record Faults(
            String path, @Nullable String code, @Nullable String text) {}

    /**
     * How an answer is continued.
     *
     * @param parameter the query parameter that moves on
     * @param size the page size to ask for
     * @param next pointer to the next cursor or link in the answer
     * @param total pointer to the number of records in all, if the agency tells it and can be trusted
     */
    public record Pagination(
            Pagination.Type type,
            @Nullable String parameter,
            @Nullable String sizeParameter,
            @Nullable Integer size,
            Integer first,
            @Nullable String next,
            @Nullable String total) {

        static final Pagination NONE = new Pagination(Pagination.Type.NONE, null, null, null, null, null, null);

        public Pagination(
                Pagination.Type type,
                @Nullable String parameter,
                @Nullable String sizeParameter,
                @Nullable Integer size,
                @Nullable Integer first,
                @Nullable String next,
                @Nullable String total) {
            this.type = type;
            this.parameter = parameter;
            this.sizeParameter = sizeParameter;
            this.size = size;
            this.first = first == null ? 1 : first;
            this.next = next;
            this.total = total;
        }

        public enum Type {
            @JsonProperty("none")
            NONE,
            @JsonProperty("page")
            PAGE,
            @JsonProperty("offset")
            OFFSET,
            @JsonProperty("cursor")
            CURSOR,
            @JsonProperty("nextLink")
            NEXT_LINK,
            @JsonProperty("linkHeader")
            LINK_HEADER
        }
    }

    public record MappingSpec(String language, String expression) {}

    /** A sample record and what the mapping must make of it; both are files beside the descriptor. */
    public record MappingTest(String input, String expect) {}
}
