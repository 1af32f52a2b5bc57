package se.tjanstenav.mocks.rest;

import com.github.tomakehurst.wiremock.extension.Parameters;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.mocks.records.AnswerBody;
import se.tjanstenav.mocks.records.DataFile;
import se.tjanstenav.mocks.records.Layout;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How a mapping wants its feed answered, as the stubs' README tells; a keyword it does not know is an error. */
record FeedParameters(
        String file,
        @Nullable String records,
        @Nullable String id,
        @Nullable Paging paging,
        @Nullable String parameter,
        @Nullable String sizeParameter,
        @Nullable Integer size,
        @Nullable Integer first,
        @Nullable String envelope,
        int totalOff,
        boolean reordered,
        boolean conditional,
        @Nullable Since since) {

    private static final int SIZE = 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    static FeedParameters of(Parameters parameters) {
        return JSON.convertValue(parameters, FeedParameters.class);
    }

    /** A page's data in the mapping's envelope; without one, as the file itself would have it. */
    AnswerBody around(DataFile data, Page page) {
        if (envelope == null) {
            return data.body();
        }
        long toldTotal = page.total() + (totalOff == 0 ? 0 : totalOff + page.index());
        return new Envelope(envelope).around(data, page, toldTotal);
    }

    Layout layout() {
        return new Layout(file, records, id);
    }

    Paging pagingOrNone() {
        return paging == null ? Paging.NONE : paging;
    }

    String parameterOrDefault() {
        return parameter == null ? pagingOrNone().parameter() : parameter;
    }

    String sizeParameterOrDefault() {
        return sizeParameter == null ? "limit" : sizeParameter;
    }

    int sizeOrDefault() {
        return size == null ? SIZE : size;
    }

    int firstOrDefault() {
        return first == null ? 1 : first;
    }
}
