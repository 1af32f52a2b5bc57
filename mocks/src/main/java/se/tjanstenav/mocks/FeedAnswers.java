package se.tjanstenav.mocks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers a feed from a data file, page by page. A mapping names it as transformer {@code feed}, with the parameters
 * {@code file}, {@code paging} (CURSOR, OFFSET or NONE) and {@code size}, the page size where the client asks for none.
 */
final class FeedAnswers implements ResponseDefinitionTransformerV2 {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NOTE = "Stub: invented data for development and demonstration";
    private static final String CURSOR_PREFIX = "from:";
    private static final int LARGEST_PAGE = 50;

    private enum Paging {
        CURSOR,
        OFFSET,
        NONE
    }

    private final AgencyFiles files;
    private final Gate gate;

    FeedAnswers(AgencyFiles files, Gate gate) {
        this.files = files;
        this.gate = gate;
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
    public ResponseDefinition transform(ServeEvent event) {
        try {
            return ResponseDefinitionBuilder.like(event.getResponseDefinition())
                    .withBody(body(event.getRequest(), event.getTransformerParameters()))
                    .build();
        } catch (IllegalArgumentException e) {
            return ResponseDefinitionBuilder.responseDefinition()
                    .withStatus(400)
                    .withHeader("Content-Type", "application/json;charset=utf-8")
                    .withBody(JSON.createObjectNode()
                            .put("fel", String.valueOf(e.getMessage()))
                            .toString())
                    .build();
        }
    }

    private String body(Request request, Parameters parameters) {
        String text = files.text(parameters.getString("file"));
        Paging paging = Paging.valueOf(parameters.getString("paging"));
        if (paging == Paging.NONE) {
            return gate.fault() == Fault.EMPTY ? emptied(JSON.readTree(text)).toString() : text;
        }
        ArrayNode records = (ArrayNode) JSON.readTree(text);
        if (gate.fault() == Fault.EMPTY) {
            records.removeAll();
        }
        int limit = number(request, "limit", parameters.getInt("size"), 1, LARGEST_PAGE);
        return switch (paging) {
            case CURSOR -> cursorPage(request, records, limit);
            case OFFSET -> offsetPage(request, records, limit);
            case NONE -> text;
        };
    }

    private static JsonNode emptied(JsonNode document) {
        if (document instanceof ArrayNode array) {
            return array.removeAll();
        }
        return ((ObjectNode) document).set("@graph", JSON.createArrayNode());
    }

    private static String cursorPage(Request request, ArrayNode records, int limit) {
        QueryParameter after = request.queryParameter("after");
        int from = after.isPresent() ? position(after.firstValue(), records.size()) : 0;
        int to = Math.min(from + limit, records.size());
        ObjectNode page = JSON.createObjectNode().put("stubb", NOTE).put("totalt", records.size());
        page.set("items", slice(records, from, to));
        return page.put("next", to < records.size() ? cursor(to) : null).toString();
    }

    private static String offsetPage(Request request, ArrayNode records, int limit) {
        int offset = number(request, "offset", 0, 0, Integer.MAX_VALUE);
        int from = Math.min(offset, records.size());
        ObjectNode page = JSON.createObjectNode();
        page.putObject("meta")
                .put("stubb", NOTE)
                .put("total", records.size())
                .put("offset", offset)
                .put("limit", limit);
        page.set("data", slice(records, from, Math.min(records.size(), from + limit)));
        return page.toString();
    }

    private static ArrayNode slice(ArrayNode records, int from, int to) {
        ArrayNode part = JSON.createArrayNode();
        for (int i = from; i < to; i++) {
            part.add(records.get(i));
        }
        return part;
    }

    private static String cursor(int position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((CURSOR_PREFIX + position).getBytes(UTF_8));
    }

    private static int position(String cursor, int size) {
        String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        if (!text.matches(CURSOR_PREFIX + "\\d{1,6}")) {
            throw new IllegalArgumentException("after: unknown cursor; start again without it");
        }
        return Math.min(size, Integer.parseInt(text.substring(CURSOR_PREFIX.length())));
    }

    private static int number(Request request, String name, int standard, int least, int most) {
        QueryParameter parameter = request.queryParameter(name);
        if (!parameter.isPresent()) {
            return standard;
        }
        String value = parameter.firstValue();
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw new IllegalArgumentException(name + ": must be a number from " + least + " to " + most);
        }
        return Integer.parseInt(value);
    }
}
