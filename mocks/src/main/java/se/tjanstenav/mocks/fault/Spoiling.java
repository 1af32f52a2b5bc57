package se.tjanstenav.mocks.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.tjanstenav.mocks.Fault;
import se.tjanstenav.mocks.agency.Gate;

/** Turns the right answer of an agency into the wrong one its fault asks for, the same for every protocol. */
public final class Spoiling {

    /** The pause after each byte of a slow drip. */
    public static final Duration DRIP = Duration.ofMillis(250);

    /** Neither JSON nor XML nor CSV survives this, wherever it lands. */
    private static final byte[] POISON = "\"<}\n\"".getBytes(UTF_8);

    private static final byte[] NOT_UTF8 = {(byte) 0xC3, '('};
    private static final String ERROR_TEXT = "503 Stub agency is out of order on request\n";
    private static final String HTML_PAGE = "<!DOCTYPE html><html><head><title>Driftstopp</title></head>"
            + "<body><p>Tjänsten är tillfälligt stängd.</p></body></html>";

    private final Gate gate;
    private final boolean hasTokens;
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    /**
     * @param hasTokens whether the agency issues tokens, and so refuses expired ones by itself
     */
    public Spoiling(Gate gate, boolean hasTokens) {
        this.gate = gate;
        this.hasTokens = hasTokens;
    }

    /**
     * @param question what tells requests for different things apart, such as path and SOAP action
     */
    public Reply spoil(String question, Reply right) {
        Fault fault = gate.fault();
        return switch (fault) {
            case NONE,
                    NO_ANSWER,
                    EMPTY,
                    SHRUNK,
                    DUPLICATES,
                    CONFLICTING_DUPLICATES,
                    GIANT_RECORD,
                    LINE_BREAKS,
                    CYCLIC_PAGES,
                    ENDLESS_PAGES,
                    EXPIRED_CERTIFICATE,
                    FOREIGN_CERTIFICATE -> right;
            case SERVER_ERROR -> Reply.of(503, "text/plain;charset=utf-8", ERROR_TEXT.getBytes(UTF_8));
            case CONNECTION_RESET -> right.ending(Reply.Ending.RESET);
            case SLOW_DRIP -> right.ending(Reply.Ending.DRIP);
            case RATE_LIMITED -> everyOther(question) ? tooMany() : right;
            case REDIRECT ->
                Reply.of(302, "text/plain;charset=utf-8", new byte[0]).with("Location", "https://10.0.0.1/internal");
            case EXPIRED_TOKEN -> hasTokens ? right : unauthorised();
            case MALFORMED -> right.withBody(malformed(right.bytes()));
            case TRUNCATED -> truncated(right);
            case NO_BODY -> right.withBody(new byte[0]);
            case WRONG_CONTENT_TYPE -> right.with("Content-Type", "image/png");
            case HTML_PAGE -> Reply.of(200, "text/html;charset=utf-8", HTML_PAGE.getBytes(UTF_8));
            case CLIENT_FAULT -> AgencyErrors.ofTheSender(right);
            case ERROR_IN_SUCCESS -> AgencyErrors.insideSuccess(right);
            case INVALID_UTF8 -> invalidUtf8(right);
            case GZIP_BOMB -> right.with("Content-Encoding", "gzip").withBody(EndlessText::gzipBomb);
            case ENDLESS_BODY -> right.withBody(() -> EndlessText.after(half(right.bytes()), gate));
            case DOCTYPE, ENTITY_BOMB, XINCLUDE -> HostileXml.in(right, fault);
        };
    }

    private boolean everyOther(String question) {
        return asked.merge(question, 1, Integer::sum) % 2 == 1;
    }

    private static Reply tooMany() {
        return Reply.of(
                        429,
                        "application/problem+json",
                        "{\"title\":\"Too many requests\",\"status\":429}".getBytes(UTF_8))
                .with("Retry-After", "1");
    }

    private static Reply unauthorised() {
        return Reply.of(
                        401,
                        "application/problem+json",
                        "{\"title\":\"Credentials expired\",\"status\":401}".getBytes(UTF_8))
                .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    private static Reply truncated(Reply right) {
        byte[] body = right.bytes();
        return right.with("Content-Length", String.valueOf(body.length))
                .withBody(half(body))
                .ending(Reply.Ending.CUT);
    }

    private static byte[] malformed(byte[] body) {
        ByteArrayOutputStream broken = new ByteArrayOutputStream(body.length + POISON.length);
        broken.write(body, 0, body.length / 2);
        broken.writeBytes(POISON);
        broken.write(body, body.length / 2, body.length - body.length / 2);
        return broken.toByteArray();
    }

    /** A letter beyond ASCII is broken; an answer in latin-1 keeps its bytes and is said to be UTF-8. */
    private static Reply invalidUtf8(Reply right) {
        byte[] body = right.bytes();
        if (right.contentType().toLowerCase(Locale.ROOT).contains("iso-8859-1")) {
            String lie = new String(body, ISO_8859_1).replaceFirst("(?i)iso-8859-1", "UTF-8");
            return right.with("Content-Type", right.contentType().replaceAll("(?i)iso-8859-1", "utf-8"))
                    .withBody(lie.getBytes(ISO_8859_1));
        }
        for (int i = 0; i + 1 < body.length; i++) {
            if (body[i] == NOT_UTF8[0]) {
                body[i + 1] = NOT_UTF8[1];
                return right.withBody(body);
            }
        }
        return right.withBody((new String(body, US_ASCII).replaceFirst("[a-z]", "\u00e5")).getBytes(ISO_8859_1));
    }

    private static byte[] half(byte[] body) {
        return Arrays.copyOf(body, body.length / 2);
    }
}
