package se.tjanstenav.connectors.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictUtf8Test {

    private static final String TEXT = "Ansök om bygglov – på finska Ω, på 日本語 och 🏠, med \uFFFD som det står. ";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 100, 100_000})
    void readsCharactersWhereverTheBytesArePartedAndHoweverManyAreAskedFor(int atOnce) throws IOException {
        String text = TEXT.repeat(500);

        assertThat(read(text.getBytes(StandardCharsets.UTF_8), atOnce, 7)).isEqualTo(text);
        assertThat(read(text.getBytes(StandardCharsets.UTF_8), atOnce, 10_000)).isEqualTo(text);
    }

    /** A byte alone, the wrong second byte, the beginning alone, too long a form, half a pair, beyond Unicode. */
    @ParameterizedTest
    @ValueSource(
            strings = {"80", "C3 41", "C3", "E2 80", "F0 9F 8F", "C0 AF", "E0 80 AF", "ED A0 80", "F5 80 80 80", "FF"})
    void replacesNothingThatIsNotValid(String hexadecimal) {
        byte[] invalid = HexFormat.ofDelimiter(" ").parseHex(hexadecimal);

        for (int before : new int[] {0, 8190, 8191}) {
            byte[] bytes = new byte[before + invalid.length];
            Arrays.fill(bytes, (byte) 'a');
            System.arraycopy(invalid, 0, bytes, before, invalid.length);
            for (int atOnce : new int[] {1, 100_000}) {
                assertThatThrownBy(() -> read(bytes, atOnce, 100)).isInstanceOf(CharacterCodingException.class);
            }
        }
    }

    @Test
    void readsWhatIsValidBeforeTheFault() throws IOException {
        char[] buffer = new char[100];
        try (Reader reader = new StrictUtf8(new ByteArrayInputStream(new byte[] {'a', 'b', (byte) 0xFF, 'c'}))) {
            assertThat(reader.read(buffer)).isEqualTo(2);
            assertThatThrownBy(() -> reader.read(buffer)).isInstanceOf(CharacterCodingException.class);
        }
    }

    private static String read(byte[] bytes, int bytesAtOnce, int charactersAtOnce) throws IOException {
        StringWriter text = new StringWriter();
        char[] buffer = new char[charactersAtOnce];
        try (Reader reader = new StrictUtf8(parted(bytes, bytesAtOnce))) {
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                text.write(buffer, 0, count);
            }
        }
        return text.toString();
    }

    private static InputStream parted(byte[] bytes, int atOnce) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, atOnce));
            }
        };
    }
}
