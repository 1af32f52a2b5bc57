package se.tjanstenav.connectors.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressPolicyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::7f00:1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:7f00:1::"
            })
    void blocksPrivateAndSpecialAddressesHoweverTheyAreWritten(String address) {
        assertThatThrownBy(() -> resolver(List.of()).resolve(address, 443)).isInstanceOf(UnknownHostException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "2606:4700:4700::1111"})
    void letsPublicAddressesThrough(String address) throws UnknownHostException {
        assertThat(resolver(List.of()).resolve(address, 443)).hasSize(1);
    }

    @Test
    void letsThroughWhatTheOperatorAllowsAndNothingElse() throws UnknownHostException {
        DnsResolver resolver = resolver(List.of("127.0.0.0/8"));
        assertThat(resolver.resolve("127.0.0.1", 443)).hasSize(1);
        assertThatThrownBy(() -> resolver.resolve("10.0.0.1", 443)).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void connectsElsewhereWhereTheOperatorSaysSo() throws UnknownHostException {
        EgressPolicy policy = new EgressPolicy(
                Map.of("api.agency.example", InetSocketAddress.createUnresolved("127.0.0.1", 9441)),
                List.of("127.0.0.0/8"),
                List.of(),
                List.of(),
                Duration.ofSeconds(1));
        assertThat(policy.resolver().resolve("api.agency.example", 443))
                .containsExactly(new InetSocketAddress("127.0.0.1", 9441));
    }

    private static DnsResolver resolver(List<String> allowed) {
        return new EgressPolicy(Map.of(), allowed, List.of(), List.of(), Duration.ofSeconds(1)).resolver();
    }
}
