package se.tjanstenav.mocks.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import se.tjanstenav.mocks.agency.ServedData;
import se.tjanstenav.mocks.records.AnswerBody;
import se.tjanstenav.mocks.records.DataFile;
import se.tjanstenav.mocks.records.RawRecord;
import se.tjanstenav.mocks.records.Records;

/**
 * Answers a live queue from a data file of offices: all of them, or, where the mapping has a {@code urlPathPattern}, the one that
 * the path ends with. A mapping names it as transformer {@code queue}; waits are written anew at each call ({@link QueueCurve}).
 */
final class QueueAnswers implements ResponseTransformerV2 {

    private final ServedData served;
    private final Clock clock;

    QueueAnswers(ServedData served, Clock clock) {
        this.served = served;
        this.clock = clock;
    }

    @Override
    public String getName() {
        return "queue";
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
        FeedParameters queue = FeedParameters.of(event.getTransformerParameters());
        Instant now = clock.instant();
        DataFile file = served.read(queue.layout(), false, true);
        DataFile data = file.with(file.records().changed(office -> QueueCurve.at(now, office)));
        if (event.getStubMapping().getRequest().getUrlPathPattern() == null) {
            Page all = Page.of(queue, new Query(event.getRequest()), data.records());
            AnswerBody body = queue.around(data, all);
            return Response.Builder.like(response)
                    .but()
                    .body(() -> body.stream(UTF_8))
                    .build();
        }
        String path = URI.create(event.getRequest().getUrl()).getPath();
        String office = path.substring(path.lastIndexOf('/') + 1);
        return found(data.records(), office)
                .map(record -> Response.Builder.like(response)
                        .but()
                        .body(record.text())
                        .build())
                .orElseGet(() -> unknown(response, office));
    }

    private static Optional<RawRecord> found(Records records, String id) {
        return LongStream.range(0, records.size())
                .mapToObj(records::at)
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    private static Response unknown(Response response, String office) {
        return Response.Builder.like(response)
                .but()
                .status(404)
                .headers(new HttpHeaders(new HttpHeader("Content-Type", Problem.CONTENT_TYPE)))
                .body(new Problem(404, "Not Found", "No office " + office).body())
                .build();
    }
}
