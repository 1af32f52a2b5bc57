package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SafeTextsTest {

    @Test
    void keepsFaultsToOneBoundedLine() {
        assertThat(fault("Svar:\r\n2026 ERROR intrång\u2028\u001b[31m").detail())
                .isEqualTo("Svar:  2026 ERROR intrång  [31m");
        assertThat(fault("x".repeat(501)).detail()).isEqualTo("x".repeat(499) + "…");
        assertThat(StandardCharsets.UTF_8
                        .newEncoder()
                        .canEncode(fault("x".repeat(498) + "😀😀").detail()))
                .isTrue();
    }

    @Test
    void keepsRejectsToBoundedLines() {
        Reject reject = new Reject(
                " F1\r\n",
                1,
                Reject.Stage.MAP,
                "MAPPING",
                "a\r\nb" + "x".repeat(9000),
                "/\n" + "p".repeat(9000),
                1,
                "e\n".repeat(9000));

        assertThat(reject.externalId()).isEqualTo("F1");
        assertThat(reject.detail()).startsWith("a  b").hasSize(500);
        assertThat(reject.pointer()).startsWith("/ p").hasSize(500);
        assertThat(reject.excerpt()).startsWith("e e").hasSize(200);
    }

    private static Fault fault(String detail) {
        return new Fault(Fault.Category.HUB, "HUB_ERROR", detail);
    }
}
