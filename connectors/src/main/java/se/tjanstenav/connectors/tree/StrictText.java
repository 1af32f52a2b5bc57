package se.tjanstenav.connectors.tree;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/** Decodes an answer without replacing what is not valid, and past the byte order mark that some agencies write. */
public final class StrictText {

    private static final String MARK = "\uFEFF";
    private static final String MISREAD_MARK =
            new String(MARK.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

    private StrictText() {}

    /**
     * Opens a reader; reading throws {@link CharacterCodingException} at bytes that are not valid.
     *
     * @param what names the answer in a fault
     */
    static Reader reader(InputStream bytes, Charset charset, String what) {
        Reader strict = new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        PushbackReader text = new PushbackReader(strict, MISREAD_MARK.length());
        try {
            char[] head = new char[MISREAD_MARK.length()];
            int length = text.read(head, 0, 1);
            if (length == 1 && head[0] == MISREAD_MARK.charAt(0)) {
                length += Math.max(0, text.read(head, 1, head.length - 1));
            }
            String begin = length < 0 ? "" : new String(head, 0, length);
            if (begin.equals(MISREAD_MARK)) {
                throw SourceException.of(
                        FaultCode.MALFORMED_RESPONSE, what + " begins like UTF-8, but is to be read as " + charset);
            }
            text.unread((begin.equals(MARK) ? "" : begin).toCharArray());
            return text;
        } catch (CharacterCodingException e) {
            throw invalid(what, charset, e);
        } catch (IOException e) {
            throw SourceException.in(e).orElseGet(() -> BrokenStream.fault(e));
        }
    }

    /** Reads at most so many characters to the end. */
    public static String whole(InputStream bytes, Charset charset, String what, int maxCharacters) {
        StringBuilder whole = new StringBuilder();
        char[] buffer = new char[8192];
        try (Reader text = reader(bytes, charset, what)) {
            for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
                whole.append(buffer, 0, read);
                if (whole.length() > maxCharacters) {
                    throw SourceException.of(
                            FaultCode.TOO_LARGE, what + " has over %d characters".formatted(maxCharacters));
                }
            }
            return whole.toString();
        } catch (CharacterCodingException e) {
            throw invalid(what, charset, e);
        } catch (IOException e) {
            throw SourceException.in(e).orElseGet(() -> BrokenStream.fault(e));
        }
    }

    static SourceException invalid(String what, Charset charset, Throwable cause) {
        return SourceException.of(FaultCode.MALFORMED_RESPONSE, what + " is not valid " + charset, cause);
    }
}
