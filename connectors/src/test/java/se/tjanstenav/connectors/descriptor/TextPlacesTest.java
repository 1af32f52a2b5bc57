package se.tjanstenav.connectors.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.connectors.tree.TreePointer;

/** Every test asks for the place of the word {@code wrong}, and finds it by looking for it in the file. */
class TextPlacesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: {b: x + wrong}",
                "a:\n  b: x + wrong",
                "a:\n  b: x\n    + more\n    wrong + y",
                "a:\n  b: |\n    {\n      'å': 1,\n\n      'c': wrong\n    }\n",
                "a:\n  b: |2-  # as it is\n      {\n    'c': wrong}\n",
                "a:\n  b: |\n\n    'c': wrong",
                "a:\n  b: >\n    {'x': 1,\n    'y': 2,\n\n      'c': wrong}\n",
                "a:\n  b: >-\r\n    {'x': 1,\r\n    'c': wrong}\r\n",
                "a:\n  b: 'It''s one ''x'' +\n    wrong'",
                "a:\n  b: \"{\\\"x\\\": \\\\ \\u00e5\\x41\\n\\t + wrong}\"",
                "a:\n  b: \"x \\\n    y +\n\n    wrong\"",
                "a:\n  b: &kept |\n    x +\n    wrong\nc: *kept",
                "a:\n  b: !!str \"x + wrong\"",
                "# 𝄞\na: {b: '𝄞𝄞 + wrong'}",
                "{\"a\": {\"b\": \"x +\\n wrong\"}}"
            })
    void findsTheWordWhereItStandsHoweverTheTextIsWritten(String yaml) {
        YamlTree tree = YamlTree.parse(yaml);
        String text = TreePointer.parse("/a/b").findText(tree.root()).orElseThrow();

        Place place = tree.of("/a/b", text.indexOf("wrong") + "wrong".length());

        int[] line = yaml.lines().toList().get(place.line() - 1).codePoints().toArray();
        assertThat(new String(line, place.column() - 1, line.length - place.column() + 1))
                .startsWith("wrong");
    }

    @Test
    void pointsAtASignAndAtTheLastCharacterWhereTheTextEndsTooEarly() {
        YamlTree tree = YamlTree.parse("a:\n  b: |\n    f(\n      [1,2\n\n");
        assertThat(tree.of("/a/b", 2)).isEqualTo(new Place(3, 6));
        assertThat(tree.of("/a/b", 9)).isEqualTo(new Place(4, 10));
        assertThat(tree.of("/a/b", 500)).isEqualTo(new Place(4, 10));
    }

    @Test
    void fallsBackToTheValueWhereThereIsNoText() {
        YamlTree tree = YamlTree.parse("a:\n  b: {c: 1}\n  d: ''");
        assertThat(tree.of("/a/b", 3)).isEqualTo(tree.of("/a/b"));
        assertThat(tree.of("/a/nothing", 3)).isEqualTo(tree.of("/a"));
        assertThat(tree.of("/a/d", 3)).isNotNull();
    }
}
