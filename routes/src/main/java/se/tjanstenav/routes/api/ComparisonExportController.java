package se.tjanstenav.routes.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.Comparisons;
import se.tjanstenav.catalog.Comparisons.Promised;
import se.tjanstenav.catalog.Comparisons.Timed;
import se.tjanstenav.routes.http.Roots;

/** Whole comparisons as tables, in the order of the lists. */
@RestController
@RequestMapping(path = Roots.CATALOG, produces = "text/csv")
@Hidden
class ComparisonExportController {

    private final Comparisons comparisons;
    private final Catalogue catalogue;
    private final ComparedEntries entries;
    private final Exports exports;

    ComparisonExportController(Comparisons comparisons, Catalogue catalogue, ComparedEntries entries, Exports exports) {
        this.comparisons = comparisons;
        this.catalogue = catalogue;
        this.entries = entries;
        this.exports = exports;
    }

    @GetMapping(ComparisonsController.TIMES)
    void processingTimes(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage,
            HttpServletRequest request,
            HttpServletResponse response) {
        ComparisonSelection wanted =
                ComparisonSelection.whole(sent, acceptLanguage, ComparisonsController.OF_TIMES, catalogue);
        Exports.asFile(response, "processing-times.csv");
        exports.send(request, response, Exports.CSV, wanted.languages(), out -> {
            Iterator<Timed> times = comparisons.allTimes(wanted.selection());
            CsvRows rows = new CsvRows(out, ComparisonRows.TIMES);
            while (times.hasNext()) {
                for (ComparedTimeDetail time : entries.times(List.of(times.next()), wanted.languages())) {
                    ComparisonRows.write(rows, time);
                }
            }
            rows.flush();
        });
    }

    @GetMapping(ComparisonsController.COMMITMENTS)
    void commitments(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage,
            HttpServletRequest request,
            HttpServletResponse response) {
        ComparisonSelection wanted =
                ComparisonSelection.whole(sent, acceptLanguage, ComparisonsController.OF_COMMITMENTS, catalogue);
        Exports.asFile(response, "commitments.csv");
        exports.send(request, response, Exports.CSV, wanted.languages(), out -> {
            Iterator<Promised> commitments = comparisons.allCommitments(wanted.selection());
            CsvRows rows = new CsvRows(out, ComparisonRows.COMMITMENTS);
            while (commitments.hasNext()) {
                for (ComparedCommitmentDetail each :
                        entries.commitments(List.of(commitments.next()), wanted.languages())) {
                    ComparisonRows.write(rows, each);
                }
            }
            rows.flush();
        });
    }
}
