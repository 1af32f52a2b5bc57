package se.tjanstenav.connectors.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TreeDigestTest {

    static List<List<Object>> trees() {
        return List.of(
                List.of("1", 1),
                List.of("null", Arrays.asList((Object) null)),
                List.of("true", true),
                List.of(1, new BigDecimal("1.0")),
                List.of(List.of("ab", "c"), List.of("a", "bc")),
                List.of(List.of(List.of("a"), "b"), List.of(List.of("a", "b"))),
                List.of(Map.of("a", "b"), List.of("a", "b")),
                List.of(Map.of("a", Map.of()), Map.of("a", List.of())),
                List.of(Map.of("a", "å"), Map.of("a", "a\u030a")),
                List.of("", List.of()),
                List.of("Ω", "?"),
                List.of("Ω", "Î©"),
                List.of("å".repeat(20_000) + "a", "å".repeat(20_000) + "b"),
                List.of(many("a", "x"), many("a", "y")),
                List.of(many("b", "x"), many("a", "x")));
    }

    private static List<String> many(String first, String last) {
        List<String> texts = new ArrayList<>(Collections.nCopies(3000, "text"));
        texts.set(0, first);
        texts.add(last);
        return texts;
    }

    @ParameterizedTest
    @MethodSource("trees")
    void tellsTreesApart(List<Object> two) {
        assertThat(TreeDigest.of(two.get(0))).isNotEqualTo(TreeDigest.of(two.get(1)));
    }

    @Test
    void isTheSameForTheSame() {
        assertThat(TreeDigest.of(Map.of("a", List.of(1, "två", true))))
                .isEqualTo(TreeDigest.of(Map.of("a", Arrays.asList(1, "två", true))))
                .matches("[0-9a-f]{64}");
    }
}
