package se.tjanstenav.mocks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.nio.charset.Charset;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a feed from a data file, page by page, as the parameters of its mapping tell ({@link FeedParameters}). A mapping names
 * it as transformer {@code feed}. The answer is streamed, in the character set of the mapping's content type.
 */
final class FeedAnswers implements ResponseTransformerV2 {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ServedData served;

    FeedAnswers(ServedData served) {
        this.served = served;
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
            return answer(response, new Query(event.getRequest()), FeedParameters.of(event.getTransformerParameters()));
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

    private Response answer(Response response, Query query, FeedParameters feed) {
        DataFile data = served.read(feed.layout());
        Page page = Page.of(feed, query, data.records());
        AnswerBody body = body(feed, data, page);
        HttpHeaders headers = response.getHeaders();
        if (feed.pagingOrNone() == Paging.LINK && page.nextUrl() != null) {
            headers = headers.plus(new HttpHeader("Link", "<" + page.nextUrl() + ">; rel=\"next\""));
        }
        Charset charset = headers.getContentTypeHeader().charset();
        return Response.Builder.like(response)
                .but()
                .headers(headers)
                .body(() -> body.stream(charset == null ? UTF_8 : charset))
                .build();
    }

    private static AnswerBody body(FeedParameters feed, DataFile data, Page page) {
        if (feed.envelope() == null) {
            return data.with(page.records()).body();
        }
        long toldTotal = page.total() + (feed.totalOff() == 0 ? 0 : feed.totalOff() + page.index());
        return new Envelope(feed.envelope()).around(page, data.separator(), toldTotal);
    }
}
