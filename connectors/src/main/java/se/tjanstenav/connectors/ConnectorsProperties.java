package se.tjanstenav.connectors;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where connectors are found and what the operator allows them.
 *
 * @param descriptors Spring resource patterns of descriptor files
 * @param lookAgainEvery how often descriptor files are read anew while the hub runs
 * @param secrets directory with one file per secret, as systemd credentials and container secrets provide it
 */
@ConfigurationProperties("tjanstenav.connectors")
public record ConnectorsProperties(
        @DefaultValue("file:./data/connectors/*.yaml") List<String> descriptors,
        @DefaultValue("5s") Duration lookAgainEvery,
        @DefaultValue("./data/secrets") Path secrets,
        @DefaultValue Egress egress) {

    public ConnectorsProperties {
        descriptors = List.copyOf(descriptors);
    }

    /**
     * What the operator allows beyond HTTPS to public addresses.
     *
     * @param connectTo where to connect instead, as address:port by host name, like curl's --connect-to; the request
     *     still names the host and the certificate must be the host's
     * @param allowedNetworks CIDR ranges that may be reached although they are private or special
     * @param plainHttpHosts hosts, with a port where it is not 80, that may be asked by plain HTTP
     * @param trust PEM file with certificate authorities to trust besides those of the Java platform
     * @param breakerOpenFor how long an agency that failed repeatedly is left alone
     */
    public record Egress(
            Map<String, String> connectTo,
            List<String> allowedNetworks,
            List<String> plainHttpHosts,
            @Nullable Path trust,
            Duration breakerOpenFor) {

        private static final Pattern ADDRESS = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\s]+):(\\d{1,5})");

        public Egress(
                @Nullable Map<String, String> connectTo,
                @Nullable List<String> allowedNetworks,
                @Nullable List<String> plainHttpHosts,
                @Nullable Path trust,
                @DefaultValue("30s") Duration breakerOpenFor) {
            this.connectTo = connectTo == null ? Map.of() : Map.copyOf(connectTo);
            this.allowedNetworks = allowedNetworks == null ? List.of() : List.copyOf(allowedNetworks);
            this.plainHttpHosts = plainHttpHosts == null ? List.of() : List.copyOf(plainHttpHosts);
            this.trust = trust;
            this.breakerOpenFor = breakerOpenFor;
            addresses();
        }

        /** The addresses to connect to, by host name. */
        Map<String, InetSocketAddress> addresses() {
            Map<String, InetSocketAddress> addresses = new HashMap<>();
            connectTo.forEach((host, address) -> addresses.put(host, address(host, address)));
            return addresses;
        }

        private static InetSocketAddress address(String host, String address) {
            Matcher matcher = ADDRESS.matcher(address);
            if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > 0xFFFF) {
                throw new IllegalArgumentException(
                        "tjanstenav.connectors.egress.connect-to[%s] is address:port, such as 127.0.0.1:9441, but is '%s'"
                                .formatted(host, address));
            }
            String name = matcher.group(1).replaceAll("[\\[\\]]", "");
            return InetSocketAddress.createUnresolved(name, Integer.parseInt(matcher.group(2)));
        }
    }
}
