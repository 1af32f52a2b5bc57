package se.tjanstenav.catalog.store;

import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.Contributed;
import se.tjanstenav.catalog.JourneyMerge;
import se.tjanstenav.catalog.Journeys;
import se.tjanstenav.catalog.Page;
import se.tjanstenav.catalog.PublishedJourney;
import se.tjanstenav.catalog.model.Journey;
import se.tjanstenav.catalog.model.JourneyId;

/** The published journeys, and a row without a body for each that was removed, so that its number is not lost. */
final class JourneyTable implements Journeys {

    private final JdbcClient jdbc;

    JourneyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<PublishedJourney> journey(JourneyId id) {
        return jdbc.sql("select body from journey where id = :id and body is not null")
                .param("id", id.value())
                .query((row, number) -> Json.read(row.getString("body"), PublishedJourney.class))
                .optional();
    }

    @Override
    public Page<PublishedJourney> page(Journey.@Nullable Kind kind, @Nullable String event, int offset, int limit) {
        String condition = " from journey where body is not null and (kind = :kind or :kind = '')"
                + " and (event = :event or :event = '')";
        String wanted = kind == null ? "" : Json.name(kind);
        String about = event == null ? "" : event;
        List<PublishedJourney> journeys = jdbc.sql(
                        "select body" + condition + " order by event, id limit :limit offset :offset")
                .param("kind", wanted)
                .param("event", about)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> Json.read(row.getString("body"), PublishedJourney.class))
                .list();
        long total = jdbc.sql("select count(*)" + condition)
                .param("kind", wanted)
                .param("event", about)
                .query(Long.class)
                .single();
        return new Page<>(journeys, total);
    }

    @Override
    public long version() {
        return jdbc.sql("select coalesce(max(version), 0) from journey")
                .query(Long.class)
                .single();
    }

    /**
     * Chooses the journeys of these ids again and writes those that came out different. The caller holds the lock of the
     * change log, so numbers are given in the order of commits.
     *
     * @param contributed all contributions to these ids; those about services are passed over
     */
    void publish(Collection<String> ids, Collection<List<Contributed>> contributed, Instant at) {
        Map<String, List<Contributed>> told = contributed.stream()
                .flatMap(List::stream)
                .filter(each -> each.contribution().journey() != null)
                .collect(Collectors.groupingBy(
                        each -> JourneyId.of(each.contribution().service()).value()));
        Map<String, Published> published = published(ids);
        for (String id : ids) {
            Published before = published.get(id);
            Optional<PublishedJourney> after = JourneyMerge.merge(told.getOrDefault(id, List.of()), at);
            if (after.isPresent()) {
                publish(after.get(), before, at);
            } else if (before != null) {
                remove(id, at);
            }
        }
    }

    private void publish(PublishedJourney journey, @Nullable Published before, Instant at) {
        String hash = Json.hash(journey);
        if (before == null || !before.hash().equals(hash)) {
            String content = Json.contentHash(journey);
            Instant changedAt = before != null && before.contentHash().equals(content) ? before.changedAt() : at;
            PublishedJourney dated = new PublishedJourney(
                    journey.id(), journey.key(), journey.journey(), journey.provenance(), changedAt);
            save(dated, hash, content);
        }
    }

    private void save(PublishedJourney journey, String hash, String contentHash) {
        jdbc.sql("""
                        insert into journey (id, kind, event, hash, content_hash, body, changed_at, version)
                        values (:id, :kind, :event, :hash, :contentHash, :body, :changedAt,
                            (select coalesce(max(version), 0) + 1 from journey))
                        on conflict (id) do update set kind = excluded.kind, event = excluded.event,
                            hash = excluded.hash, content_hash = excluded.content_hash, body = excluded.body,
                            changed_at = excluded.changed_at, version = excluded.version
                        """)
                .param("id", journey.id().value())
                .param("kind", Json.name(journey.journey().kind()))
                .param("event", journey.journey().event())
                .param("hash", hash)
                .param("contentHash", contentHash)
                .param("body", Json.write(journey))
                .param("changedAt", journey.changedAt().toEpochMilli())
                .update();
    }

    private void remove(String id, Instant at) {
        jdbc.sql("""
                        update journey set body = :none, hash = '', content_hash = '', changed_at = :at,
                            version = (select max(version) + 1 from journey)
                        where id = :id
                        """)
                .param("none", null, Types.VARCHAR)
                .param("at", at.toEpochMilli())
                .param("id", id)
                .update();
    }

    /** Those of the journeys that are published; removed ones are not. */
    private Map<String, Published> published(Collection<String> ids) {
        Map<String, Published> published = new HashMap<>();
        jdbc.sql("select id, hash, content_hash, changed_at from journey where id in (:ids) and body is not null")
                .param("ids", ids)
                .query(row -> {
                    published.put(
                            row.getString("id"),
                            new Published(
                                    row.getString("hash"),
                                    row.getString("content_hash"),
                                    Instant.ofEpochMilli(row.getLong("changed_at"))));
                });
        return published;
    }

    private record Published(String hash, String contentHash, Instant changedAt) {}
}
