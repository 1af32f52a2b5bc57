package se.tjanstenav.routes;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.tjanstenav.catalog.Sources;
import se.tjanstenav.catalog.StoredServices;
import se.tjanstenav.catalog.SyncStatus;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.connectors.Connectors;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.routes.harvest.HarvestEnded;
import se.tjanstenav.routes.harvest.HarvestProperties;

/** Says once where to look, when every feed has been harvested for the first time or the patience is at its end. */
@Component
@EnableConfigurationProperties(StartReportProperties.class)
class StartReport {

    private static final Logger log = LoggerFactory.getLogger("tjanstenav");
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Set<FeedId> awaited = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean told = new AtomicBoolean();
    private final Connectors connectors;
    private final StoredServices store;
    private final Sources sources;
    private final WebServerApplicationContext server;
    private final HarvestProperties harvest;
    private final StartReportProperties properties;

    StartReport(
            Connectors connectors,
            StoredServices store,
            Sources sources,
            WebServerApplicationContext server,
            HarvestProperties harvest,
            StartReportProperties properties) {
        this.connectors = connectors;
        this.store = store;
        this.sources = sources;
        this.server = server;
        this.harvest = harvest;
        this.properties = properties;
        connectors.feeds().stream().map(Feed::id).forEach(awaited::add);
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        log.info("Listening on {}; the last published catalogue is served", base());
        if (awaited.isEmpty() || !harvest.onStart()) {
            tell();
            return;
        }
        log.info("Harvesting {} feeds", awaited.size());
        CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .execute(this::tell);
    }

    @EventListener
    void harvested(HarvestEnded ended) {
        if (awaited.remove(ended.report().feed()) && awaited.isEmpty()) {
            tell();
        }
    }

    private void tell() {
        if (!told.compareAndSet(false, true)) {
            return;
        }
        long services = store.count();
        long failing = sources.all().stream()
                .filter(source -> source.status() == SyncStatus.FROM_CACHE_SYNC_FAILED
                        || source.status() == SyncStatus.NO_DATA_SYNC_FAILED)
                .count();
        log.info(
                "Tjänstenav is ready: {} services from {} feeds ({} failing, {} still being harvested){}",
                services,
                connectors.feeds().size(),
                failing,
                awaited.size(),
                whereToLook());
    }

    private String base() {
        WebServer web = server.getWebServer();
        return "http://localhost:" + (web == null ? "?" : web.getPort());
    }

    private String whereToLook() {
        String base = base();
        StringBuilder lines = new StringBuilder();
        line(lines, "Catalogue", base + "/catalog/v1/services");
        line(lines, "API page", base + "/catalog/v1/docs");
        line(lines, "Sources", base + "/catalog/v1/sources");
        line(lines, "Health", base + "/actuator/health");
        properties.also().forEach((name, place) -> line(lines, name, place));
        return lines.toString();
    }

    private static void line(StringBuilder lines, String name, String place) {
        lines.append("\n    %-14s %s".formatted(name, place));
    }
}
