package se.tjanstenav.routes.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.model.ServiceKey;

/** The questions of {@code seen.tsv} and {@code unseen.tsv}; their header tells how they were made and are parted. */
final class Questions {

    private static final int COLUMNS = 3;

    private Questions() {}

    static List<Question> seen() {
        return read("seen.tsv");
    }

    static List<Question> unseen() {
        return read("unseen.tsv");
    }

    private static List<Question> read(String resource) {
        try (InputStream stream = Objects.requireNonNull(Questions.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Questions::question)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Question question(String line) {
        String[] columns = line.split("\t");
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException("Not language, question and answers, parted by tabs: " + line);
        }
        LinkedHashSet<ServiceId> answers = new LinkedHashSet<>();
        Arrays.stream(columns[2].split(" ")).map(Questions::id).forEach(answers::add);
        return new Question(columns[0], columns[1], answers);
    }

    private static ServiceId id(String answer) {
        int slash = answer.indexOf('/');
        return ServiceId.of(new ServiceKey(new AgencyId(answer.substring(0, slash)), answer.substring(slash + 1)));
    }
}
