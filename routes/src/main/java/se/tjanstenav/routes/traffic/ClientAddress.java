package se.tjanstenav.routes.traffic;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Who counts as one client: an IPv4 address, or the /64 that a network gives to one subscriber (RFC 6177, RFC 4291 2.5.4). */
final class ClientAddress {

    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /**
     * @param remote a literal address as the server tells it, never a name
     */
    static String of(String remote) {
        if (remote.indexOf(':') < 0) {
            return remote;
        }
        try {
            InetAddress address = InetAddress.getByName(remote);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                    : address.getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return remote;
        }
    }
}
