package se.tjanstenav.mocks.web;

import com.github.tomakehurst.wiremock.extension.responsetemplating.HandlebarsOptimizedTemplate;
import com.github.tomakehurst.wiremock.extension.responsetemplating.TemplateEngine;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.mocks.Fault;
import se.tjanstenav.mocks.Scenario;
import se.tjanstenav.mocks.agency.Agency;

/** The admin address as a web page, in Swedish or English; every value is escaped by the template. */
final class IndexPage {

    private static final List<String> LANGUAGES = List.of("sv", "en");

    private final HandlebarsOptimizedTemplate template = new TemplateEngine(Map.of(), 1L, Set.of(), false, List.of())
            .getUncachedTemplate(Agency.text("web/index.html"));
    private final Map<String, Map<String, String>> texts =
            Map.of("sv", texts("index-sv.properties"), "en", texts("index-en.properties"));

    /** The language asked for, or the first of the browser's that there is. */
    static String language(@Nullable String asked, @Nullable String accepted) {
        if (asked != null && LANGUAGES.contains(asked)) {
            return asked;
        }
        try {
            String best = Locale.lookupTag(Locale.LanguageRange.parse(accepted == null ? "sv" : accepted), LANGUAGES);
            return best == null ? "en" : best;
        } catch (IllegalArgumentException e) {
            return "en";
        }
    }

    /**
     * @param changed the agency a form has just been about, or anything else for none
     */
    String html(List<AgencyStatus> agencies, String language, @Nullable String changed) {
        Map<String, String> text = texts.getOrDefault(language, Map.of());
        Map<String, Object> model = new HashMap<>();
        model.put("language", language);
        model.put("other", language.equals("sv") ? "en" : "sv");
        model.put("text", text);
        model.put("trust", agencies.isEmpty() ? "" : agencies.get(0).trust());
        model.put("agencies", agencies.stream().map(each -> row(each, text)).toList());
        agencies.stream()
                .filter(each -> each.id().equals(changed))
                .findFirst()
                .ifPresent(each -> model.put("changed", row(each, text)));
        return template.apply(model);
    }

    private static Map<String, Object> row(AgencyStatus agency, Map<String, String> text) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", agency.id());
        row.put("name", agency.name());
        row.put("url", agency.url());
        row.put("address", "127.0.0.1:" + agency.port());
        row.put("soap", agency.wsdl() != null);
        row.put("protection", text.getOrDefault("protection." + agency.protection(), agency.protectionName()));
        row.put("user", agency.user());
        row.put("tokenUrl", agency.tokenUrl());
        row.put("secretFile", agency.secretFile());
        row.put("curl", agency.curl());
        row.put("running", agency.running());
        row.put("state", text.get(agency.running() ? "running" : "stopped"));
        row.put("held", agency.held());
        row.put("fault", agency.fault() == Fault.NONE ? null : agency.fault());
        row.put("faults", options(Fault.values(), agency.fault(), text.getOrDefault("noFault", "")));
        row.put("scenario", agency.scenario() == Scenario.USUAL ? null : agency.scenario());
        row.put("scenarios", options(Scenario.values(), agency.scenario(), text.getOrDefault("usualDay", "")));
        row.put(
                "volumes",
                agency.volumes().entrySet().stream()
                        .map(each -> Map.<String, Object>of("file", each.getKey(), "records", each.getValue()))
                        .toList());
        row.put("files", agency.dataFiles());
        row.put("requests", agency.requests());
        return row;
    }

    /** The choices there are, the first of them, which changes nothing, in the reader's words. */
    private static <E extends Enum<E>> List<Map<String, Object>> options(E[] all, E now, String nothing) {
        List<Map<String, Object>> options = new ArrayList<>();
        for (E each : all) {
            options.add(Map.<String, Object>of(
                    "value", each.name(), "label", each.ordinal() == 0 ? nothing : each.name(), "now", each == now));
        }
        return options;
    }

    private static Map<String, String> texts(String file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Agency.text("web/" + file)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the page's texts in " + file, e);
        }
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> texts.put(name, properties.getProperty(name)));
        return texts;
    }
}
