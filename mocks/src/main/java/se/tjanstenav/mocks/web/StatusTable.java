package se.tjanstenav.mocks.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The agencies as lines of text, for whoever has just started them. */
public final class StatusTable {

    private static final List<String> HEAD = List.of("agency", "port", "protection", "user", "secret", "address");

    private StatusTable() {}

    /** One line for each agency, a second one for its WSDL, and before them how to reach and trust them. */
    public static String of(List<AgencyStatus> agencies) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        for (AgencyStatus each : agencies) {
            rows.add(cells(each));
            if (each.wsdl() != null) {
                rows.add(List.of("", "", "", "", "", "WSDL " + each.wsdl()));
            }
        }
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        String intro = agencies.isEmpty()
                ? "No stub agencies"
                : "Stub agencies (all data invented); each secret is a file beside "
                        + agencies.get(0).trust() + ", the certificate to trust. For example:\n  "
                        + agencies.get(0).curl();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n", intro + "\n\n", "\n"));
    }

    private static List<String> cells(AgencyStatus agency) {
        return List.of(
                agency.id(),
                String.valueOf(agency.port()),
                agency.protectionName(),
                agency.user() == null ? "" : agency.user(),
                agency.secret() == null ? "" : agency.secret(),
                agency.url());
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> cells.get(column)
                        + " ".repeat(widths[column] - cells.get(column).length()))
                .collect(Collectors.joining("  ", "  ", ""))
                .stripTrailing();
    }
}
