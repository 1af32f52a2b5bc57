package se.tjanstenav.mocks.rest;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.matching.RequestPattern;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Remembers which of an agency's mappings there are, over a stop, and which have been asked. */
final class AskedMappings implements ServeEventListener {

    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private volatile List<StubMapping> mappings = List.of();

    void know(List<StubMapping> all) {
        mappings = List.copyOf(all);
    }

    List<String> unasked() {
        return mappings.stream()
                .map(AskedMappings::name)
                .filter(each -> !asked.contains(each))
                .sorted()
                .toList();
    }

    /** The files the mappings name. */
    Set<String> dataFiles() {
        Set<String> files = new TreeSet<>();
        mappings.forEach(
                each -> files.addAll(Stream.ofNullable(each.getResponse().getTransformerParameters())
                        .map(parameters -> parameters.getString("file", ""))
                        .filter(file -> !file.isEmpty())
                        .toList()));
        return files;
    }

    @Override
    public String getName() {
        return "asked";
    }

    @Override
    public void afterMatch(ServeEvent event, Parameters parameters) {
        if (event.getWasMatched() && event.getStubMapping() != null) {
            asked.add(name(event.getStubMapping()));
        }
    }

    private static String name(StubMapping mapping) {
        RequestPattern request = mapping.getRequest();
        return request.getMethod() + " " + request.getUrlMatcher().getExpected();
    }
}
