package se.tjanstenav.mocks.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One successful answer as it came.
 *
 * @param headers by their names in small letters
 */
record Exchange(URI url, Map<String, List<String>> headers, byte[] body) {

    private static final Pattern CHARSET = Pattern.compile("charset=\"?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARED = Pattern.compile("^<\\?xml[^>]*encoding=[\"']([\\w.:-]+)");
    private static final Pattern NEXT =
            Pattern.compile("<([^>]*)>[^<]*;\\s*rel=\"?(?:[^\"]*\\s)?next\\b", Pattern.CASE_INSENSITIVE);

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of("")).get(0);
    }

    /** The content type with the character set that the body is really in. */
    String contentType() {
        String type = header("Content-Type");
        return CHARSET.matcher(type).find()
                ? type
                : type + ";charset=" + charset().name().toLowerCase(Locale.ROOT);
    }

    /** The body as text; bytes that are none in its character set are an error, for nothing must be recorded by half. */
    String text() {
        try {
            String text = charset().newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new RecordingException(url.getPath() + " is not text in " + charset() + "; it cannot be masked", e);
        }
    }

    /** Where {@code Link: rel=next} leads, if anywhere. */
    List<URI> next() {
        return headers.getOrDefault("link", List.of()).stream()
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .map(found -> url.resolve(found.group(1)))
                .toList();
    }

    private Charset charset() {
        String type = header("Content-Type");
        Matcher told = CHARSET.matcher(type);
        Matcher declared = DECLARED.matcher(new String(body, 0, Math.min(body.length, 200), ISO_8859_1));
        if (told.find()) {
            return charset(told.group(1));
        }
        return type.contains("xml") && declared.find() ? charset(declared.group(1)) : UTF_8;
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new RecordingException("No such character set here: " + name, e);
        }
    }
}
