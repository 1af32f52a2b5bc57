package se.tjanstenav.mocks.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.nio.charset.Charset;
import java.time.Clock;
import se.tjanstenav.mocks.agency.ServedData;
import se.tjanstenav.mocks.records.AnswerBody;
import se.tjanstenav.mocks.records.DataFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a feed from a data file, page by page, as the parameters of its mapping tell ({@link FeedParameters}). A mapping names
 * it as transformer {@code feed}. The answer is streamed, in the character set of the mapping's content type.
 */
final class FeedAnswers implements ResponseTransformerV2 {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ServedData served;
    private final Reordering reordering = new Reordering();
    private final Versions versions;

    FeedAnswers(ServedData served, Clock clock) {
        this.served = served;
        this.versions = new Versions(clock);
    }

    @Override
    public String getName() {
        return "feed";
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
        try {
            return answer(response, event.getRequest(), FeedParameters.of(event.getTransformerParameters()));
        } catch (IllegalArgumentException e) {
            return Response.Builder.like(response)
                    .but()
                    .status(400)
                    .headers(new HttpHeaders(new HttpHeader("Content-Type", "application/json;charset=utf-8")))
                    .body(JSON.createObjectNode()
                            .put("fel", String.valueOf(e.getMessage()))
                            .toString())
                    .build();
        }
    }

    private Response answer(Response response, Request request, FeedParameters feed) {
        Query query = new Query(request);
        boolean paged = feed.pagingOrNone() != Paging.NONE;
        DataFile data = served.read(feed.layout(), paged, begins(query, feed));
        Page page = Page.of(
                feed,
                query,
                feed.since() == null ? data.records() : feed.since().filter(data, query));
        AnswerBody body = feed.around(ordered(data.with(page.records()), request, feed), page);
        HttpHeaders headers = response.getHeaders();
        if (feed.pagingOrNone() == Paging.LINK && page.nextUrl() != null) {
            headers = headers.plus(new HttpHeader("Link", "<" + page.nextUrl() + ">; rel=\"next\""));
        }
        Charset declared = headers.getContentTypeHeader().charset();
        Charset charset = declared == null ? UTF_8 : declared;
        Response.Builder answer = Response.Builder.like(response).but();
        if (feed.conditional()) {
            Versions.Version version = versions.of(request.getUrl(), body, charset);
            headers = version.addTo(headers);
            if (version.knownTo(request)) {
                return answer.status(304).headers(headers).body(new byte[0]).build();
            }
        }
        return answer.headers(headers).body(() -> body.stream(charset)).build();
    }

    /** Whether this asks for the first page. */
    private static boolean begins(Query query, FeedParameters feed) {
        String start = feed.pagingOrNone() == Paging.OFFSET ? "0" : String.valueOf(feed.firstOrDefault());
        return query.text(feed.parameterOrDefault()).map(start::equals).orElse(true);
    }

    private DataFile ordered(DataFile page, Request request, FeedParameters feed) {
        return feed.reordered() ? reordering.reordered(page, request.getUrl()) : page;
    }
}
