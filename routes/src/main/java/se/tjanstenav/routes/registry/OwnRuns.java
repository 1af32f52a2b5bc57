package se.tjanstenav.routes.registry;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.tjanstenav.catalog.RunReport;
import se.tjanstenav.catalog.Runs;
import se.tjanstenav.catalog.SourceStatus;
import se.tjanstenav.catalog.Sources;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.connectors.Connectors;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.registry.Registry;
import se.tjanstenav.connectors.registry.RegistryException;
import se.tjanstenav.routes.http.Excerpt;
import se.tjanstenav.routes.http.ProblemException;
import se.tjanstenav.routes.http.ProblemType;

/** Finds runs and feeds for a caller; those of others are unknown to them. */
@Component
class OwnRuns {

    private final Runs runs;
    private final Sources sources;
    private final Connectors connectors;
    private final Registry registry;

    OwnRuns(Runs runs, Sources sources, Connectors connectors, Registry registry) {
        this.runs = runs;
        this.sources = sources;
        this.connectors = connectors;
        this.registry = registry;
    }

    /** The run that the path names. */
    RunReport run(String id, Caller caller) {
        return uuid(id).flatMap(runs::find)
                .filter(run -> caller.mayTouch(owner(run.feed())))
                .orElseThrow(() -> unknown("There is no run '%s'", id));
    }

    /** Makes sure that the connector is the caller's: a registered one, or one that has feeds or had some. */
    void requireConnector(String id, Caller caller) {
        boolean own =
                sources.all().stream().anyMatch(source -> isOf(source.feed(), id) && caller.mayTouch(owner(source)));
        if (!own && !isRegistered(id, caller)) {
            throw unknown("There is no connector '%s' among yours", id);
        }
    }

    private boolean isRegistered(String id, Caller caller) {
        try {
            return registry.find(id, caller).id().equals(id);
        } catch (RegistryException e) {
            return false;
        }
    }

    /**
     * The connector's feeds that can be harvested.
     *
     * @throws ProblemException if there is none, because the connector is paused or its descriptor is gone
     */
    List<Feed> feedsInUse(String connector) {
        List<Feed> feeds = connectors.feeds().stream()
                .filter(feed -> isOf(feed.id(), connector))
                .toList();
        if (feeds.isEmpty()) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "Connector '" + connector + "' is not in use; resume or activate it first");
        }
        return feeds;
    }

    /** The feed of a run as its descriptor is now. */
    Feed feedInUse(RunReport run) {
        return connectors
                .feed(run.feed())
                .orElseThrow(() -> new ProblemException(
                        ProblemType.CONFLICT,
                        "Feed '" + run.feed() + "' is not in use; resume or activate its connector first"));
    }

    AgencyId owner(FeedId feed) {
        return owner(Objects.requireNonNull(sources.byFeed().get(feed), "every run has a registered feed"));
    }

    private static AgencyId owner(SourceStatus source) {
        return source.agency().id();
    }

    static ProblemException unknown(String what, String sent) {
        return new ProblemException(ProblemType.UNKNOWN_RESOURCE, what.formatted(Excerpt.of(sent)));
    }

    private static boolean isOf(FeedId feed, String connector) {
        return feed.connector().equals(connector);
    }

    static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id))
                    .filter(uuid -> uuid.toString().equals(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
