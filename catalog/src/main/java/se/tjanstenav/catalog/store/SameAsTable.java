package se.tjanstenav.catalog.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.Contributed;
import se.tjanstenav.catalog.SameAs;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.model.ServiceKey;

/** Which services are the same as another, kept true with the contributions that say so. */
final class SameAsTable {

    private static final int PAGE = 200;

    private final JdbcClient jdbc;
    private final ContributionTable contributions;

    SameAsTable(JdbcClient jdbc, ContributionTable contributions) {
        this.jdbc = jdbc;
        this.contributions = contributions;
    }

    /** Settles anew what the touched services are the same as, and touches those that they are or were shown as. */
    void refreshTouched() {
        List<String> page = contributions.touchedAfter("", PAGE);
        while (!page.isEmpty()) {
            refresh(page);
            page = contributions.touchedAfter(page.get(page.size() - 1), PAGE);
        }
        while (touchTargets() > 0) {
            // As many times as the longest chain has links.
        }
    }

    private void refresh(List<String> services) {
        List<String> concerned =
                jdbc.sql("""
                        select service from contribution where service in (:services) and same_as is not null
                        union select service from same_as where service in (:services)
                        """).param("services", services).query(String.class).list();
        if (concerned.isEmpty()) {
            return;
        }
        Map<String, List<Contributed>> said = contributions.of(concerned);
        Map<String, String> before = linksAt("service in (:services)", concerned);
        for (String service : concerned) {
            String target = target(said.getOrDefault(service, List.of()));
            if (!Objects.equals(target, before.get(service))) {
                replace(service, before.get(service), target);
            }
        }
    }

    private static @Nullable String target(List<Contributed> contributed) {
        if (contributed.isEmpty()) {
            return null;
        }
        ServiceKey key = contributed.get(0).contribution().service();
        return SameAs.target(key, contributed)
                .map(target -> ServiceId.of(target).value())
                .orElse(null);
    }

    private void replace(String service, @Nullable String before, @Nullable String target) {
        jdbc.sql("delete from same_as where service = :service")
                .param("service", service)
                .update();
        if (before != null) {
            jdbc.sql("insert into touched (service) values (:service) on conflict do nothing")
                    .param("service", before)
                    .update();
        }
        if (target != null) {
            jdbc.sql("insert into same_as (service, target) values (:service, :target)")
                    .param("service", service)
                    .param("target", target)
                    .update();
        }
    }

    /** What is shown stands at the end of a chain, so only those ahead can come out otherwise. */
    private int touchTargets() {
        return jdbc.sql("""
                        insert into touched (service)
                        select s.target from same_as s join touched t on t.service = s.service where true
                        on conflict do nothing
                        """).update();
    }

    /** The services and all that are joined with them, each with the one that it is shown as. */
    Map<String, String> shownAs(Collection<String> services) {
        Map<String, String> links = new HashMap<>();
        Set<String> known = new HashSet<>(services);
        Set<String> added = known;
        while (!added.isEmpty()) {
            Map<String, String> found = linksAt("service in (:services) or target in (:services)", added);
            links.putAll(found);
            added = new HashSet<>(found.keySet());
            added.addAll(found.values());
            added.removeAll(known);
            known.addAll(added);
        }
        Map<String, String> shownAs = new HashMap<>();
        known.forEach(service -> shownAs.put(service, SameAs.end(service, links)));
        return shownAs;
    }

    private Map<String, String> linksAt(String condition, Collection<String> services) {
        Map<String, String> links = new HashMap<>();
        for (List<String> some : Slices.of(List.copyOf(services), PAGE)) {
            jdbc.sql("select service, target from same_as where " + condition)
                    .param("services", some)
                    .query(row -> {
                        links.put(row.getString("service"), row.getString("target"));
                    });
        }
        return links;
    }
}
