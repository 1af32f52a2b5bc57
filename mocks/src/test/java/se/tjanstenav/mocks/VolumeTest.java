package se.tjanstenav.mocks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers many times larger than the memory of the process that gives them. */
@Timeout(value = 300, unit = SECONDS)
class VolumeTest {

    private static final long RECORDS = 100_000;
    private static final String JARFALLA = "urn:jarfalla.example:kontaktcenter:2026";

    private static StandAloneRun run;
    private static StubClient client;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        run = new StandAloneRun(folder, "96m");
        client = run.client();
    }

    @AfterAll
    static void stop() {
        client.close();
        run.close();
    }

    /** A feed without pages, and what begins each of its records. */
    enum Whole {
        REST("tillvaxtverket", "processing-times.json", "\"ProcessingTime\""),
        SOAP("jarfalla", "lista-tider.xml", "<Tid ");

        private final String agency;
        private final String file;
        private final String mark;

        Whole(String agency, String file, String mark) {
            this.agency = agency;
            this.file = file;
            this.mark = mark;
        }

        private HttpUriRequestBase request() {
            return this == REST
                    ? client.getting("data.tillvaxtverket.example", "/cpsv/v1/processing-times")
                    : client.posting(
                            "ws.jarfalla.example",
                            "/kontaktcenter/2026",
                            SoapRequests.soap11(JARFALLA, "ListaTider"),
                            "Content-Type",
                            "text/xml;charset=utf-8",
                            "SOAPAction",
                            "\"" + JARFALLA + ":ListaTider\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyRecordsAreStreamedAndTheSameEachTime(Whole feed) throws Exception {
        run.command("/agencies/" + feed.agency + "/volume/" + feed.file + "/" + RECORDS);
        Read first = read(feed);
        assertThat(first.records()).isEqualTo(RECORDS);
        assertThat(read(feed)).isEqualTo(first);
        run.command("/agencies/" + feed.agency + "/volume/" + feed.file + "/0");
        assertThat(read(feed).records()).isLessThan(100);
        assertThat(run.alive()).isTrue();
    }

    private record Read(long records, long bytes, String digest) {}

    private static Read read(Whole feed) throws IOException {
        return client.exchange(feed.request(), body -> read(body, feed.mark));
    }

    /** Counts the marks, of which none is lost between two pieces, and holds no more than a piece. */
    private static Read read(InputStream body, String mark) throws IOException {
        MessageDigest digest = sha256();
        long records = 0;
        long bytes = 0;
        String rest = "";
        byte[] piece = new byte[1 << 16];
        for (int length = body.read(piece); length >= 0; length = body.read(piece)) {
            digest.update(piece, 0, length);
            bytes += length;
            String text = rest + new String(piece, 0, length, ISO_8859_1);
            int end = 0;
            for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, end)) {
                records++;
                end = at + mark.length();
            }
            rest = text.substring(Math.max(end, text.length() - mark.length() + 1));
        }
        return new Read(records, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
