package se.tjanstenav.connectors.egress;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.InvalidMimeTypeException;
import se.tjanstenav.connectors.fault.Excerpt;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/** An answer with its body bounded and not yet read. To be closed. */
public final class EgressResponse implements AutoCloseable {

    private static final int EXCERPT_BYTES = 800;

    private final EgressRequest request;
    private final ClientHttpResponse response;
    private final int status;
    private final InputStream body;
    private final Runnable onClose;

    EgressResponse(EgressRequest request, ClientHttpResponse response, int status, InputStream body, Runnable onClose) {
        this.request = request;
        this.response = response;
        this.status = status;
        this.body = body;
        this.onClose = onClose;
    }

    public int status() {
        return status;
    }

    public HttpHeaders headers() {
        return response.getHeaders();
    }

    /** The decoded body; reading throws {@link SourceException} beyond the limits or the deadline. */
    public InputStream body() {
        return body;
    }

    /** The charset of the content type, as it stands there. */
    public Optional<String> charset() {
        return contentType().map(MediaType::getCharset).map(Charset::name);
    }

    private Optional<MediaType> contentType() {
        try {
            return Optional.ofNullable(headers().getContentType());
        } catch (InvalidMimeTypeException | org.springframework.http.InvalidMediaTypeException e) {
            return Optional.empty();
        }
    }

    /** Whether the content type is a form of JSON, XML or CSV. */
    public boolean isOf(String syntax) {
        return contentType()
                .map(type -> type.getSubtype().toLowerCase(Locale.ROOT))
                .filter(subtype -> subtype.equals(syntax) || subtype.endsWith("+" + syntax))
                .isPresent();
    }

    /** Throws with {@link FaultCode#WRONG_CONTENT_TYPE} unless the answer is JSON, XML or CSV as expected. */
    public void requireSyntax(String syntax) {
        if (!isOf(syntax)) {
            String sent = Optional.ofNullable(headers().getFirst(HttpHeaders.CONTENT_TYPE))
                    .orElse("none");
            throw fault(
                    FaultCode.WRONG_CONTENT_TYPE,
                    "content type %s instead of %s, beginning '%s'".formatted(Excerpt.of(sent), syntax, excerpt()));
        }
    }

    /** A fault about this answer. */
    public SourceException fault(FaultCode code, String what) {
        return SourceException.of(code, told(what));
    }

    String told(String what) {
        return "%s answered %d: %s".formatted(request.shown(), status, what);
    }

    /** The beginning of the body, safe to show. */
    public String excerpt() {
        if (request.secretAnswer()) {
            return "";
        }
        try {
            return Excerpt.of(new String(body.readNBytes(EXCERPT_BYTES), StandardCharsets.UTF_8));
        } catch (IOException | SourceException e) {
            return "";
        }
    }

    /** Gives the connection up without reading what is left of an answer that may never end. */
    @Override
    public void close() {
        onClose.run();
    }
}
