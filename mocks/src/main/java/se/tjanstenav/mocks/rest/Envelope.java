package se.tjanstenav.mocks.rest;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.mocks.records.AnswerBody;
import se.tjanstenav.mocks.records.DataFile;
import tools.jackson.databind.json.JsonMapper;

/** The JSON around the records of a page, by the template of a mapping. */
final class Envelope {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String RECORDS = "{{records}}";
    private static final String NOTE = "Stub: invented data for development and demonstration";

    private final String before;
    private final String after;

    Envelope(String template) {
        int records = template.indexOf(RECORDS);
        if (records < 0) {
            throw new IllegalStateException("The envelope has no place for " + RECORDS + ": " + template);
        }
        before = template.substring(0, records);
        after = template.substring(records + RECORDS.length());
    }

    /** The page in its envelope; the total is told by the caller, since some agencies tell it wrong. */
    AnswerBody around(DataFile data, Page page, long toldTotal) {
        Map<String, String> values = Map.of(
                "note", text(NOTE),
                "total", String.valueOf(toldTotal),
                "count", String.valueOf(page.records().size()),
                "offset", String.valueOf(page.offset()),
                "limit", String.valueOf(page.limit()),
                "page", String.valueOf(page.number()),
                "pages", String.valueOf(page.pages()),
                "next", text(page.next()),
                "nextUrl", text(page.nextUrl()));
        return new AnswerBody(filled(before, values), data.records(), data.separator(), filled(after, values));
    }

    private static String filled(String template, Map<String, String> values) {
        return PLACEHOLDER.matcher(template).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException(
                        "Unknown placeholder " + found.group() + " in an envelope; there are " + values.keySet());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private static String text(@Nullable String value) {
        return JSON.writeValueAsString(value);
    }
}
