package se.tjanstenav.catalog.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.StoredServices;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.store.ParsedServices.State;

/** The merged services as readers get them. */
final class ServiceTable implements StoredServices {

    private static final int IDS_PER_QUERY = 500;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final FeedStatuses feeds;
    private final SameAsTable sameAs;
    private final ParsedServices parsed;

    ServiceTable(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batch,
            FeedStatuses feeds,
            SameAsTable sameAs,
            ParsedServices parsed) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.feeds = feeds;
        this.sameAs = sameAs;
        this.parsed = parsed;
    }

    @Override
    public Optional<Service> service(ServiceId id) {
        return jdbc.sql("select body from service where id = :id")
                .param("id", id.value())
                .query(ServiceTable::read)
                .optional();
    }

    @Override
    public Optional<ServiceId> mergedInto(ServiceId id) {
        String shownAs = sameAs.shownAs(List.of(id.value())).getOrDefault(id.value(), id.value());
        return shownAs.equals(id.value())
                ? Optional.empty()
                : service(new ServiceId(shownAs)).map(Service::id);
    }

    @Override
    public List<Service> services(Collection<ServiceId> ids) {
        return inOrder(ids, some -> jdbc.sql("select body from service where id in (:ids)")
                .param("ids", some)
                .query(ServiceTable::read)
                .list());
    }

    @Override
    public List<Service> shown(Collection<ServiceId> ids) {
        return inOrder(ids, this::remembered);
    }

    private static Service read(ResultSet row, int number) throws SQLException {
        return Json.read(row.getString("body"), Service.class);
    }

    private static List<Service> inOrder(Collection<ServiceId> ids, Function<List<String>, Collection<Service>> read) {
        List<String> wanted = ids.stream().map(ServiceId::value).distinct().toList();
        Map<String, Service> found = new HashMap<>();
        for (List<String> some : Slices.of(wanted, IDS_PER_QUERY)) {
            read.apply(some).forEach(service -> found.put(service.id().value(), service));
        }
        return wanted.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private Collection<Service> remembered(List<String> ids) {
        Set<State> states = jdbc.sql("select id, hash, changed_at from service where id in (:ids)")
                .param("ids", ids)
                .query((row, number) -> state(row))
                .set();
        Map<String, Service> found = parsed.kept(states);
        List<String> others = states.stream()
                .map(State::id)
                .filter(id -> !found.containsKey(id))
                .toList();
        if (!others.isEmpty()) {
            jdbc.sql("select id, hash, changed_at, body from service where id in (:ids)")
                    .param("ids", others)
                    .query(row -> {
                        State state = state(row);
                        found.put(state.id(), parsed.parse(state, row.getString("body")));
                    });
        }
        return found.values();
    }

    private static State state(ResultSet row) throws SQLException {
        return new State(row.getString("id"), row.getString("hash"), row.getLong("changed_at"));
    }

    @Override
    public List<Service> after(@Nullable ServiceId id, int limit) {
        return jdbc.sql("select body from service where id > :id order by id limit :limit")
                .param("id", id == null ? "" : id.value())
                .param("limit", limit)
                .query(ServiceTable::read)
                .list();
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from service").query(Long.class).single();
    }

    @Override
    public Map<AgencyId, Agency> agencies() {
        return feeds.agencies();
    }

    @Override
    public Map<AgencyId, Agency> storedAgencies() {
        return feeds.storedAgencies();
    }

    @Override
    public UUID identity() {
        return readIdentity().orElseGet(() -> {
            jdbc.sql("insert into store_identity (id) values (:id)")
                    .param("id", UUID.randomUUID().toString())
                    .update();
            return readIdentity().orElseThrow();
        });
    }

    /** The least one, should two processes have named a new store at the same time. */
    private Optional<UUID> readIdentity() {
        return jdbc.sql("select id from store_identity order by id limit 1")
                .query(String.class)
                .optional()
                .map(UUID::fromString);
    }

    List<String> ofAuthority(AgencyId authority) {
        return jdbc.sql("select id from service where authority = :authority order by id")
                .param("authority", authority.value())
                .query(String.class)
                .list();
    }

    Map<String, Published> published(Collection<String> ids) {
        Map<String, Published> published = new HashMap<>();
        jdbc.sql("select id, hash, content_hash, changed_at from service where id in (:ids)")
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

    /** The bodies of those there are among the services, by id. */
    Map<String, String> bodies(Collection<String> ids) {
        Map<String, String> bodies = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, body from service where id in (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        bodies.put(row.getString("id"), row.getString("body"));
                    });
        }
        return bodies;
    }

    void save(Collection<Merged> services) {
        if (services.isEmpty()) {
            return;
        }
        MapSqlParameterSource[] rows = services.stream()
                .map(merged -> new MapSqlParameterSource()
                        .addValue("id", merged.service().id().value())
                        .addValue("authority", merged.service().authority().value())
                        .addValue("hash", merged.hash())
                        .addValue("contentHash", merged.contentHash())
                        .addValue("body", merged.body())
                        .addValue("changedAt", merged.service().changedAt().toEpochMilli()))
                .toArray(MapSqlParameterSource[]::new);
        batch.batchUpdate("""
                        insert into service (id, authority, hash, content_hash, body, changed_at)
                        values (:id, :authority, :hash, :contentHash, :body, :changedAt)
                        on conflict (id) do update set hash = excluded.hash, content_hash = excluded.content_hash,
                            body = excluded.body, changed_at = excluded.changed_at
                        """, rows);
    }

    void remove(Collection<String> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("delete from service where id in (:ids)").param("ids", ids).update();
        }
    }

    /** What is published of a service, for comparing. */
    record Published(String hash, String contentHash, Instant changedAt) {}

    /**
     * A newly merged service with its hashes.
     *
     * @param body as it is to be stored, null where it is stored like that already
     */
    record Merged(
            Service service,
            String hash,
            String contentHash,
            @Nullable String body) {}
}
