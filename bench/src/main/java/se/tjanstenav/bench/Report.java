package se.tjanstenav.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The figures of one command: printed as a table, and written as JSON beside it. */
final class Report {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final String name;
    private final Map<String, String> conditions;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    Report(String name, Map<String, String> conditions) {
        this.name = name;
        this.conditions = new LinkedHashMap<>(conditions);
    }

    void condition(String what, Object value) {
        conditions.put(what, value.toString());
    }

    void add(Figure figure) {
        figures.add(figure);
        System.err.println("  " + row(figure));
    }

    void remark(String remark) {
        remarks.add(remark);
    }

    void print(PrintStream out) {
        out.println("## " + name);
        out.println();
        conditions.forEach((what, value) -> out.println("- " + what + ": " + value));
        out.println();
        out.println("| figure | hub | beside it | ratio (rounds) | aim | |");
        out.println("|---|---|---|---|---|---|");
        figures.forEach(figure -> out.println(row(figure)));
        out.println();
        remarks.forEach(remark -> out.println("- " + remark));
        if (!remarks.isEmpty()) {
            out.println();
        }
    }

    private static String row(Figure figure) {
        List<Double> ascending = figure.ascending();
        String spread = Figure.rounded(ascending.get(0)) + "–" + Figure.rounded(ascending.get(ascending.size() - 1));
        Figure.Aim aim = figure.aim();
        return "| %s | %s %s | %s | %s (%s) | %s | %s |"
                .formatted(
                        figure.name(),
                        Figure.rounded(Figure.median(figure.values())),
                        figure.unit(),
                        figure.compared() ? Figure.rounded(Figure.median(figure.beside())) + " " + figure.unit() : "",
                        figure.compared() ? "**" + Figure.rounded(figure.median()) + "**" : "",
                        spread,
                        aim == null ? "" : aim,
                        aim == null ? "" : aim.metBy(figure.median()) ? "met" : "missed");
    }

    /** Writes what was measured, every round of it, into the folder. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", name);
        all.put("at", Instant.now().toString());
        all.put("conditions", conditions);
        all.put("figures", figures.stream().map(Report::json).toList());
        all.put("remarks", remarks);
        Files.write(folder.resolve(name + ".json"), JSON.writeValueAsBytes(all));
    }

    private static Map<String, Object> json(Figure figure) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", figure.name());
        json.put("unit", figure.unit());
        json.put("values", figure.values());
        if (figure.compared()) {
            json.put("beside", figure.beside());
            json.put("ratios", figure.ascending());
        }
        json.put("median", figure.median());
        Figure.Aim aim = figure.aim();
        if (aim != null) {
            json.put("aim", aim.toString());
            json.put("met", aim.metBy(figure.median()));
        }
        return json;
    }
}
