package se.tjanstenav.routes.linkeddata;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Codes as the European authorities name them: languages, countries, currencies and files of the Publications Office's
 * authority tables, regions of NUTS 2024, trades of NACE 2.1. Only where code and name correspond one to one.
 */
final class Authorities {

    private static final String TABLES = "http://publications.europa.eu/resource/authority/";
    private static final String NUTS = "http://data.europa.eu/nuts/code/";
    private static final String NACE = "http://data.europa.eu/ux2/nace2.1/";
    private static final Pattern NACE_CLASS = Pattern.compile("(\\d{2})\\.?(\\d{2})\\d*");

    /** Sweden's counties by Statistics Sweden's code; each is one region of level 3. */
    private static final Map<String, String> COUNTIES = Map.ofEntries(
            Map.entry("01", "SE110"),
            Map.entry("03", "SE121"),
            Map.entry("04", "SE122"),
            Map.entry("05", "SE123"),
            Map.entry("06", "SE211"),
            Map.entry("07", "SE212"),
            Map.entry("08", "SE213"),
            Map.entry("09", "SE214"),
            Map.entry("10", "SE221"),
            Map.entry("12", "SE224"),
            Map.entry("13", "SE231"),
            Map.entry("14", "SE232"),
            Map.entry("17", "SE311"),
            Map.entry("18", "SE124"),
            Map.entry("19", "SE125"),
            Map.entry("20", "SE312"),
            Map.entry("21", "SE313"),
            Map.entry("22", "SE321"),
            Map.entry("23", "SE322"),
            Map.entry("24", "SE331"),
            Map.entry("25", "SE332"));

    private Authorities() {}

    /** @param tag BCP 47 */
    static Optional<Node> language(String tag) {
        try {
            String code = Locale.forLanguageTag(tag).getISO3Language();
            return code.isEmpty() ? Optional.empty() : Optional.of(table("language", code));
        } catch (MissingResourceException unknown) {
            return Optional.empty();
        }
    }

    /** @param code ISO 3166-1 alpha-2 */
    static Optional<Node> country(String code) {
        try {
            return Optional.of(table("country", new Locale("", code).getISO3Country()));
        } catch (MissingResourceException unknown) {
            return Optional.empty();
        }
    }

    /** @param code ISO 4217 */
    static Node currency(String code) {
        return table("currency", code);
    }

    static Optional<Node> county(String country, String code) {
        return "SE".equals(country)
                ? Optional.ofNullable(COUNTIES.get(code)).map(region -> NodeFactory.createURI(NUTS + region))
                : Optional.empty();
    }

    /** The class that a code of SNI 2025 begins with. */
    static Optional<Node> trade(String code) {
        Matcher matcher = NACE_CLASS.matcher(code);
        return matcher.matches()
                ? Optional.of(NodeFactory.createURI(NACE + matcher.group(1) + matcher.group(2)))
                : Optional.empty();
    }

    static Node table(String table, String code) {
        return NodeFactory.createURI(TABLES + table + "/" + code.toUpperCase(Locale.ROOT));
    }
}
