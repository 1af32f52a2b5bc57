package se.tjanstenav.connectors.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatermarkTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T10:00:00+01:00, 2026-11-02T09:30:00Z, 2026-11-02T09:30:00Z",
        "2026-11-02, 2026-11-10, 2026-11-10",
        "2026-11-02T10:00:00, 2026-11-02T10:00:01, 2026-11-02T10:00:01",
        "9, 10, 10",
        "-1, -2, -1",
        "1.5, 1.25, 1.5",
        "b9, b10, b9",
        "2026-11-02, 9999-12-31, 2026-11-02",
        "2026-11-02T00:00:00Z, 2026-11-22T00:00:00Z, 2026-11-02T00:00:00Z",
        "2026-11-02, 2026-11-21, 2026-11-21",
        "2026-02-30, 2026-02-31, 2026-02-31",
        "9999-12-31, 9999-12-30, "
    })
    void keepsTheGreatestOfTheValues(String one, String other, @Nullable String greatest) {
        assertThat(of(one, other)).isEqualTo(greatest);
        assertThat(of(other, one)).isEqualTo(greatest);
    }

    private static @Nullable String of(String one, String other) {
        Watermark watermark = new Watermark(CLOCK);
        watermark.see(one);
        watermark.see(other);
        watermark.see("x".repeat(201));
        return watermark.greatest().orElse(null);
    }
}
