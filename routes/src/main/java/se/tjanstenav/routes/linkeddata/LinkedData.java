package se.tjanstenav.routes.linkeddata;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.RuntimeIOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import se.tjanstenav.catalog.StoredServices;
import se.tjanstenav.catalog.model.RelatedService;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.routes.http.ApiProperties;

/** The catalogue as linked data: one service, all of them, what the catalogue is, and the words of the hub's own. */
@Component
@EnableConfigurationProperties(LinkedDataProperties.class)
public class LinkedData {

    /** Names need a host; where the operator has given none, one that can be nobody's. */
    private static final String NO_HOST = "https://tjanstenav.example";

    private static final int PAGE = 100;

    private final StoredServices services;
    private final ServiceStatements statements;
    private final CatalogueDescription description;

    LinkedData(StoredServices services, ConceptLabels labels, ApiProperties api, LinkedDataProperties properties) {
        Iris iris = new Iris(api.publicUrl() == null ? NO_HOST : api.linkBase());
        this.services = services;
        this.statements = new ServiceStatements(iris, new Codes(labels));
        this.description = new CatalogueDescription(iris, properties);
    }

    /** One service, with as much of what it refers to as a document that stands alone needs. */
    public byte[] service(Service service, RdfForm form) {
        return form.write(statements.of(service, services.agencies(), id -> false));
    }

    /**
     * Writes every service there is, a page in memory at a time.
     *
     * @throws IOException if the output cannot be written to
     */
    public void catalogue(RdfForm form, OutputStream out) throws IOException {
        try {
            writeAll(form, out);
        } catch (RuntimeIOException | UncheckedIOException e) {
            throw new IOException("Linked data could not be written", e);
        }
    }

    private void writeAll(RdfForm form, OutputStream out) {
        try (RdfForm.Writer writer = form.writer(out)) {
            ServiceId last = null;
            for (List<Service> page = services.after(last, PAGE); !page.isEmpty(); page = services.after(last, PAGE)) {
                Set<ServiceId> there = related(page);
                for (Service service : page) {
                    writer.write(statements.of(service, services.agencies(), there::contains));
                    last = service.id();
                }
            }
        }
    }

    private Set<ServiceId> related(List<Service> page) {
        Set<ServiceId> named = new HashSet<>();
        page.forEach(service -> ids(service).forEach(named::add));
        Set<ServiceId> there = new HashSet<>();
        services.services(named).forEach(service -> there.add(service.id()));
        return there;
    }

    private static Stream<ServiceId> ids(Service service) {
        return service.description().relatedServices().stream()
                .map(RelatedService::service)
                .map(ServiceId::of);
    }

    /** What the catalogue is and how it can be had, in terms of DCAT. */
    public byte[] description(RdfForm form) {
        return form.write(description.statements());
    }

    /** What the words of the hub's own vocabulary mean. */
    public byte[] vocabulary(RdfForm form) {
        return form == RdfForm.TURTLE ? OwnVocabulary.turtle() : form.write(ownStatements());
    }

    private static Statements ownStatements() {
        Statements statements = new Statements();
        OwnVocabulary.graph().stream()
                .sorted(Comparator.comparing(Object::toString))
                .forEach(statements::add);
        return statements;
    }
}
