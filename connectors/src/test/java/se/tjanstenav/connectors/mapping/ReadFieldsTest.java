package se.tjanstenav.connectors.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tjanstenav.connectors.tree.JsonRecords;

class ReadFieldsTest {

    private static final String RECORD = """
            {"id": 1, "name": {"sv": "ett", "en": "one"}, "words": ["a", "b"], "none": null,
             "channels": [{"type": "phone", "hours": {"open": 8}}, {"type": "web"}]}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'a': id}                                   | /channels/hours/open /channels/type /name/en /name/sv /words
            {'a': name}                                 | /channels/hours/open /channels/type /id /words
            {'a': name.sv}                              | /channels/hours/open /channels/type /id /name/en /words
            {'a': channels.type}                        | /channels/hours/open /id /name/en /name/sv /words
            {'a': channels[type = 'web']}               | /channels/hours/open /id /name/en /name/sv /words
            {'a': [channels.{'t': type, 'h': hours}]}   | /id /name/en /name/sv /words
            {'a': $string(name)}                        | /channels/hours/open /channels/type /id /words
            {'a': $merge([name, {'fi': 'yksi'}])}       | /channels/hours/open /channels/type /id /words
            {'a': words[0]}                             | /channels/hours/open /channels/type /id /name/en /name/sv
            $                                           | ''
            """)
    void namesTheFieldsThatAnExpressionDoesNotRead(String expression, String ignored) {
        ReadFields fields = new ReadFields();
        Mapping.compile(expression).apply(record(), fields);
        assertThat(String.join(" ", fields.ignored().keySet())).isEqualTo(ignored);
    }

    @Test
    void takesAFieldForReadThatOneRecordOfSeveralNeeds() {
        ReadFields fields = new ReadFields();
        Mapping mapping = Mapping.compile("id = 1 ? name : words");
        mapping.apply(record(), fields);
        assertThat(fields.ignored()).containsEntry("/words", 1).doesNotContainKey("/name/sv");
        mapping.apply(tree("{\"id\": 2, \"words\": []}"), fields);
        assertThat(fields.ignored()).doesNotContainKeys("/words", "/name/sv").containsEntry("/channels/type", 1);
    }

    @Test
    void givesTheSameResultAsWithoutWatching() {
        Mapping mapping = Mapping.compile("{'n': name, 'c': [channels.(type & hours.open)], 's': $string($)}");
        assertThat(mapping.apply(record(), new ReadFields())).isEqualTo(mapping.apply(record()));
    }

    private static Object record() {
        return tree(RECORD);
    }

    private static Object tree(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return Objects.requireNonNull(JsonRecords.readTree(new ByteArrayInputStream(bytes)));
    }
}
