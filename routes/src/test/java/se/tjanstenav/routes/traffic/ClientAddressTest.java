package se.tjanstenav.routes.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTest {

    @Test
    void everyFourBytesAddressIsAClient() {
        assertThat(ClientAddress.of("192.0.2.1")).isNotEqualTo(ClientAddress.of("192.0.2.2"));
    }

    @Test
    void theAddressesOfOneSubscriberAreOneClient() {
        assertThat(ClientAddress.of("2001:db8:1:2::1"))
                .isEqualTo(ClientAddress.of("2001:db8:1:2:ffff:ffff:ffff:ffff"))
                .isNotEqualTo(ClientAddress.of("2001:db8:1:3::1"));
    }

    @Test
    void aMappedAddressIsTheAddressItMeans() {
        assertThat(ClientAddress.of("::ffff:192.0.2.1")).isEqualTo(ClientAddress.of("192.0.2.1"));
    }

    @Test
    void aZoneDoesNotMatter() {
        assertThat(ClientAddress.of("fe80::1%1")).isEqualTo(ClientAddress.of("fe80::2"));
    }
}
