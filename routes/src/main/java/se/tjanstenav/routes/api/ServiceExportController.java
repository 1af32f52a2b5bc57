package se.tjanstenav.routes.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.routes.http.QueryParameters;
import se.tjanstenav.routes.http.Roots;

/**
 * Whole selections of services, in order of id. Memory holds one page of them however many there are; each service is of
 * one published generation, as the catalogue is when its page is read.
 */
@RestController
@RequestMapping(Roots.CATALOG + "/services")
@Hidden
class ServiceExportController {

    private static final byte LINE_FEED = '\n';

    private final Catalogue catalogue;
    private final ServiceAnswers answers;
    private final Exports exports;

    ServiceExportController(Catalogue catalogue, ServiceAnswers answers, Exports exports) {
        this.catalogue = catalogue;
        this.answers = answers;
        this.exports = exports;
    }

    @GetMapping(produces = "application/x-ndjson")
    void lines(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage,
            HttpServletRequest request,
            HttpServletResponse response) {
        Wanted wanted = wanted(sent, acceptLanguage);
        exports.send(request, response, Exports.NDJSON, wanted.languages(), out -> {
            Iterator<Service> services = all(wanted);
            while (services.hasNext()) {
                out.write(answers.unkept(services.next(), wanted.languages()));
                out.write(LINE_FEED);
            }
        });
    }

    @GetMapping(produces = "text/csv")
    void table(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage,
            HttpServletRequest request,
            HttpServletResponse response) {
        Wanted wanted = wanted(sent, acceptLanguage);
        Exports.asFile(response, "services.csv");
        exports.send(request, response, Exports.CSV, wanted.languages(), out -> {
            Iterator<Service> services = all(wanted);
            CsvRows rows = new CsvRows(out, ServiceRow.COLUMNS);
            while (services.hasNext()) {
                Service service = services.next();
                ServiceRow.write(
                        rows, service, ServiceAnswers.agency(catalogue, service.authority()), wanted.languages());
            }
            rows.flush();
        });
    }

    private Iterator<Service> all(Wanted wanted) {
        return catalogue.all(wanted.selection().words(), wanted.selection().filter());
    }

    private Wanted wanted(MultiValueMap<String, String> sent, @Nullable String acceptLanguage) {
        QueryParameters parameters = new QueryParameters(sent);
        ServiceSelection selection = ServiceSelection.read(parameters, catalogue);
        Languages languages = Languages.of(parameters.oneOf("language", Languages.SUPPORTED), acceptLanguage);
        Exports.refuseParts(parameters, "sort", "facets");
        parameters.check();
        return new Wanted(selection, languages);
    }

    private record Wanted(ServiceSelection selection, Languages languages) {}
}
