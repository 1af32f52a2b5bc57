package se.tjanstenav.connectors.descriptor;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;
import se.tjanstenav.catalog.model.OrganisationNumber;
import se.tjanstenav.connectors.descriptor.Descriptor.Spec;
import se.tjanstenav.connectors.descriptor.Response.Format;

/** The checks of a descriptor that a schema cannot express. For one use. */
final class DescriptorChecks {

    private final Descriptor descriptor;
    private final DescriptorReader.Places places;
    private final List<Problem> problems = new ArrayList<>();

    DescriptorChecks(Descriptor descriptor, DescriptorReader.Places places) {
        this.descriptor = descriptor;
        this.places = places;
    }

    List<Problem> run() {
        Spec spec = descriptor.spec();
        number("/metadata/organisationNumber", descriptor.metadata().organisationNumber());
        for (int i = 0; i < spec.speaksFor().size(); i++) {
            number(
                    "/spec/speaksFor/" + i + "/organisationNumber",
                    spec.speaksFor().get(i).organisationNumber());
        }
        feeds(spec);
        return problems;
    }

    private void number(String at, @Nullable String number) {
        if (number != null) {
            try {
                new OrganisationNumber(number);
            } catch (IllegalArgumentException e) {
                add(at, "the number cannot be used: " + e.getMessage(), "Copy it from a decision or letter.");
            }
        }
    }

    private void feeds(Spec spec) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < spec.feeds().size(); i++) {
            FeedSpec feed = spec.feeds().get(i);
            String at = "/spec/feeds/" + i;
            if (!names.add(feed.name())) {
                add(at + "/name", "the feed name '" + feed.name() + "' is used twice", "Give each feed its own name.");
            }
            if (feed.schedule() != null) {
                schedule(at + "/schedule", feed.schedule());
            }
            problems.addAll(new LiveChecks(at, feed, places).run());
            asking(at, spec, feed);
            for (int j = 0; j < feed.lookups().size(); j++) {
                asking(at + "/lookups/" + j, spec, feed.asking(feed.lookups().get(j)));
            }
            incremental(at, feed);
            new FeedChecks(spec, feed, at, this::add).run();
        }
    }

    private void asking(String at, Spec spec, FeedSpec feed) {
        if (feed.response().format() == Format.SOAP) {
            soapRequest(at, spec, feed);
        } else {
            restRequest(at, spec, feed);
        }
        pagination(at + "/pagination", feed);
    }

    private void schedule(String at, Schedule schedule) {
        String cron = schedule.cron();
        if (cron != null) {
            try {
                schedule.next(java.time.Instant.EPOCH, descriptor.metadata().id());
                CronExpression.parse(cron);
            } catch (IllegalArgumentException | IllegalStateException | DateTimeException e) {
                add(at + "/cron", "the cron expression cannot be used: " + e.getMessage(), "Give six fields.");
            }
        }
        Duration every = schedule.every();
        if (every != null && every.compareTo(Duration.ofSeconds(1)) < 0) {
            add(at + "/every", "the interval is shorter than a second", "Give at least 1s.");
        }
    }

    private void restRequest(String at, Spec spec, FeedSpec feed) {
        Request request = feed.request();
        if (request.path() == null) {
            add(at + "/request", "'path' is missing", "Give the path that REST requests ask for.");
        } else if (!isPath(request.path())) {
            add(at + "/request/path", "the path is no part of a URL", "Encode what is special, such as % as %25.");
        }
        String host = request.host();
        if (host != null && !spec.egress().hosts().contains(host)) {
            add(
                    at + "/request/host",
                    "the host '" + host + "' is not among the egress hosts",
                    "Add it to spec.egress.hosts.");
        }
        if (request.action() != null || request.body() != null) {
            add(at + "/request", "'action' and 'body' belong to SOAP", "Remove them, or set response.format to soap.");
        }
    }

    static boolean isPath(String path) {
        try {
            URI.create("https://host" + path.replace(ServiceKeyPlaceholder.TEXT, "code"));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void soapRequest(String at, Spec spec, FeedSpec feed) {
        Request request = feed.request();
        if (spec.soap() == null) {
            add("/spec", "'soap' is missing, and the feed '" + feed.name() + "' needs it", "Add spec.soap.");
        }
        if (request.path() != null
                || request.host() != null
                || !request.query().isEmpty()
                || !request.headers().isEmpty()) {
            add(at + "/request", "'path', 'host', 'query' and 'headers' belong to REST", "Remove them.");
        }
        String body = request.body();
        if (body == null) {
            add(at + "/request", "'body' is missing", "Give the element that goes into the SOAP body.");
        } else {
            new BodyChecks(body)
                    .problems()
                    .forEach(problem -> add(at + "/request/body", problem, "Correct the template."));
        }
    }

    private void pagination(String at, FeedSpec feed) {
        Pagination pagination = feed.pagination();
        boolean soap = feed.response().format() == Format.SOAP;
        boolean moves =
                switch (pagination.type()) {
                    case PAGE, OFFSET, CURSOR -> true;
                    case NONE, NEXT_LINK, LINK_HEADER -> false;
                };
        if (moves && !soap && pagination.parameter() == null) {
            add(at, "'parameter' is missing", "Name the query parameter that moves on.");
        }
        if (soap
                && moves
                && feed.request().body() != null
                && !new BodyTemplate(feed.request().body()).movesOn(pagination.type())) {
            add(
                    at,
                    "the body has no placeholder that moves on",
                    "Use {{cursor}} in the body for type cursor, or else {{page}} or {{offset}}.");
        }
        if (soap && !moves && pagination.type() != Pagination.Type.NONE) {
            add(at + "/type", "links cannot be followed by SOAP", "Use page, offset or cursor.");
        }
        if (!soap && pagination.sizeParameter() == null && pagination.size() != null) {
            add(at, "'sizeParameter' is missing beside 'size'", "Name the query parameter for the page size.");
        }
        if (pagination.sizeParameter() != null && pagination.size() == null) {
            add(at, "'size' is missing beside 'sizeParameter'", "Give the page size to ask for.");
        }
    }

    private void incremental(String at, FeedSpec feed) {
        FeedSpec.Incremental incremental = feed.incremental();
        String body = feed.request().body();
        boolean asked = body != null && new BodyTemplate(body).uses("since");
        if (asked && incremental == null) {
            add(at + "/request/body", "{{since}} stays empty without 'incremental'", "Add 'incremental' to the feed.");
        }
        if (incremental != null && feed.response().format() == Format.SOAP && !asked) {
            add(at + "/incremental", "the body has no {{since}}", "Use it in the body, where the position goes.");
        }
        String parameter = incremental == null ? null : incremental.parameter();
        if (parameter != null
                && (feed.request().query().containsKey(parameter)
                        || parameter.equals(feed.pagination().parameter())
                        || parameter.equals(feed.pagination().sizeParameter()))) {
            add(
                    at + "/incremental/parameter",
                    "the query parameter '" + parameter + "' has another purpose already",
                    "Remove it from there, or name the parameter that takes the position.");
        }
    }

    private void add(String pointer, String problem, String remedy) {
        problems.add(new Problem(pointer, places.of(pointer), problem, remedy));
    }
}
