package se.tjanstenav.connectors.descriptor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.tjanstenav.connectors.mapping.Mapping;
import se.tjanstenav.connectors.mapping.RecordContext;
import se.tjanstenav.connectors.rdf.Prefixes;

/** The checks of what one feed has beyond its list: details, lookups, code lists, and names that stand for others. */
final class FeedChecks {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");
    private static final Pattern CODE_LIST = Pattern.compile("\\$code\\(\\s*[\"']([^\"']*)[\"']");
    private static final Set<String> VARIABLES = Set.of(RecordContext.OUTER, RecordContext.DETAIL);

    private final Descriptor.Spec spec;
    private final FeedSpec feed;
    private final String at;
    private final Report report;

    /** Takes a fault: its pointer, what is wrong, and the remedy. */
    @FunctionalInterface
    interface Report {
        void add(String pointer, String problem, String remedy);
    }

    FeedChecks(Descriptor.Spec spec, FeedSpec feed, String at, Report report) {
        this.spec = spec;
        this.feed = feed;
        this.at = at;
        this.report = report;
    }

    void run() {
        if (feed.detail() != null) {
            detail(feed.detail());
        }
        lookups();
        codeLists();
        response(at + "/response", feed.response());
    }

    private void detail(Detail detail) {
        String pointer = at + "/detail";
        String host = detail.host();
        if (host != null && !spec.egress().hosts().contains(host)) {
            report.add(
                    pointer + "/host",
                    "the host '" + host + "' is not among the egress hosts",
                    "Add it to spec.egress.hosts.");
        }
        if (!DescriptorChecks.isPath(PLACEHOLDER.matcher(detail.path()).replaceAll("x"))) {
            report.add(pointer + "/path", "the path is no part of a URL", "Encode what is special, such as % as %25.");
        }
        Set<String> used = placeholders(pointer + "/path", detail.path(), detail);
        detail.query().forEach((name, value) -> used.addAll(placeholders(pointer + "/query/" + name, value, detail)));
        if (used.isEmpty()) {
            report.add(
                    pointer + "/path",
                    "every record would be given the same detail",
                    "Use {id}, or a placeholder of 'values', in the path or the query.");
        }
        detail.values().keySet().stream()
                .filter(name -> !used.contains(name))
                .sorted()
                .forEach(name -> report.add(
                        pointer + "/values/" + name,
                        "nothing uses {" + name + "}",
                        "Use it in the path or the query, or remove it."));
    }

    private Set<String> placeholders(String pointer, String template, Detail detail) {
        Set<String> used = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(template);
        while (matcher.find()) {
            String name = matcher.group(1);
            used.add(name);
            if (!name.equals(Detail.ID) && !detail.values().containsKey(name)) {
                report.add(
                        pointer,
                        "the placeholder {" + name + "} does not exist",
                        "Use {id}, or name a pointer for it in 'values'.");
            }
        }
        return used;
    }

    private void lookups() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < feed.lookups().size(); i++) {
            Lookup lookup = feed.lookups().get(i);
            String pointer = at + "/lookups/" + i;
            if (!names.add(lookup.name())) {
                report.add(pointer + "/name", "the name '" + lookup.name() + "' is used twice", "Choose another.");
            }
            if (VARIABLES.contains(lookup.name()) || Mapping.hasFunction(lookup.name())) {
                report.add(
                        pointer + "/name",
                        "$" + lookup.name() + " means something else in mappings",
                        "Choose another name.");
            }
            response(pointer + "/response", lookup.response());
        }
    }

    private void codeLists() {
        String expression = feed.mapping().expression();
        Matcher matcher = CODE_LIST.matcher(expression);
        Set<String> unknown = new TreeSet<>();
        while (matcher.find()) {
            if (!spec.codeLists().containsKey(matcher.group(1))) {
                unknown.add(matcher.group(1));
            }
        }
        unknown.forEach(name -> report.add(
                at + "/mapping/expression", "there is no code list '" + name + "'", "Add it to spec.codeLists."));
    }

    private void response(String pointer, Response response) {
        String type = response.type();
        if (type != null && new Prefixes(response.rdf().prefixes()).expand(type).isEmpty()) {
            report.add(
                    pointer + "/class",
                    "the prefix of '" + type + "' is unknown",
                    "Give the whole IRI, or the prefix in rdf.prefixes.");
        }
        repeated(pointer + "/xml/namespaces", response.xml().namespaces());
        repeated(pointer + "/rdf/prefixes", response.rdf().prefixes());
    }

    private void repeated(String pointer, Map<String, String> byPrefix) {
        Set<String> seen = new HashSet<>();
        List<String> again = new ArrayList<>();
        byPrefix.forEach((prefix, name) -> {
            if (!seen.add(name)) {
                again.add(prefix);
            }
        });
        again.forEach(prefix -> report.add(
                pointer + "/" + prefix, "'" + byPrefix.get(prefix) + "' has another prefix already", "Remove one."));
    }
}
