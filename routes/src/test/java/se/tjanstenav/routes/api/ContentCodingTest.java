package se.tjanstenav.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingTest {

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "br, gzip", "deflate;q=0.5, gzip;q=0.1", "*", "br;q=1, *;q=0.1", "x-gzip"})
    void gzipIsGivenWhereItIsAccepted(String header) {
        assertThat(ContentCoding.acceptsGzip(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "br", "gzip;q=0", "gzip;q=0.0, *", "*;q=0", "notgzip"})
    void gzipIsNotForcedOnAnybody(String header) {
        assertThat(ContentCoding.acceptsGzip(header)).isFalse();
    }

    @Test
    void nothingSaidIsNothingAccepted() {
        assertThat(ContentCoding.acceptsGzip(null)).isFalse();
    }
}
