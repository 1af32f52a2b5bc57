package se.tjanstenav.connectors.egress;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * What the operator allows every connector: where names lead, which otherwise blocked networks may be reached and whom
 * to trust.
 *
 * @param connectTo where to connect instead, by host name; the request itself still names and checks the host
 * @param allowedNetworks CIDR ranges that may be reached although they are private or special
 * @param plainHttpHosts hosts that may be asked without TLS, with a port where it is not 80
 * @param extraTrust certificate authorities besides those of the Java platform
 * @param breakerOpenFor how long an agency that failed repeatedly is left alone
 */
public record EgressPolicy(
        Map<String, InetSocketAddress> connectTo,
        List<String> allowedNetworks,
        List<String> plainHttpHosts,
        List<X509Certificate> extraTrust,
        Duration breakerOpenFor) {

    // Ways to write an IPv4 address as IPv6 that Java does not unwrap itself: compatible, NAT64, 6to4 and Teredo.
    private static final String[] EMBEDDED_IPV4 = {"::/96", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32"};

    public EgressPolicy {
        connectTo = Map.copyOf(connectTo);
        allowedNetworks = List.copyOf(allowedNetworks);
        plainHttpHosts = plainHttpHosts.stream().map(EgressPolicy::usual).toList();
        extraTrust = List.copyOf(extraTrust);
    }

    private static String usual(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(":80") ? lower.substring(0, lower.lastIndexOf(':')) : lower;
    }

    /** Whether a host, with a port where it is not 80, may be asked without TLS. */
    public boolean allowsPlainHttp(String host) {
        return plainHttpHosts.contains(usual(host));
    }

    /** Resolves names by this policy; a name with any blocked address is refused as a whole. */
    DnsResolver resolver() {
        InetAddressFilter open = InetAddressFilter.externalAddresses().andNot(EMBEDDED_IPV4);
        InetAddressFilter filter = allowedNetworks.isEmpty() ? open : open.or(allowedNetworks.toArray(String[]::new));
        return new PolicyResolver(connectTo, filter);
    }

    private record PolicyResolver(Map<String, InetSocketAddress> connectTo, InetAddressFilter filter)
            implements DnsResolver {

        @Override
        public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
            InetSocketAddress instead = connectTo.get(host);
            int actualPort = instead == null ? port : instead.getPort();
            return List.of(resolve(host)).stream()
                    .map(address -> new InetSocketAddress(address, actualPort))
                    .toList();
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetSocketAddress instead = connectTo.get(host);
            InetAddress[] addresses =
                    SystemDefaultDnsResolver.INSTANCE.resolve(instead == null ? host : instead.getHostString());
            for (InetAddress address : addresses) {
                if (!filter.matches(address)) {
                    throw new BlockedAddressException(host);
                }
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /** The name leads into a network that connectors must not reach. */
    static final class BlockedAddressException extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        BlockedAddressException(String host) {
            super(host + " leads to a private or special address");
        }
    }
}
