package se.tjanstenav.routes.evaluation;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;

/** PostgreSQL's full text search with its {@code swedish} configuration and {@code ts_rank_cd}. */
final class PostgresBaseline implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final JdbcClient sql;

    PostgresBaseline(List<Service> services) throws IOException {
        server = EmbeddedPostgres.start();
        sql = JdbcClient.create(server.getPostgresDatabase());
        sql.sql("create table service (id text primary key, words tsvector not null)")
                .update();
        for (Service service : services) {
            sql.sql("insert into service values (?, to_tsvector('swedish', ?))")
                    .params(service.id().value(), Texts.of(service))
                    .update();
        }
        sql.sql("create index on service using gin (words)").update();
    }

    /** As PostgreSQL reads a question by itself: all words must occur. */
    Finder allWords() {
        return new Asked("PostgreSQL swedish, all words", "plainto_tsquery('swedish', ?)");
    }

    /** What a developer makes of it who has seen that long questions find nothing. */
    Finder anyWord() {
        return new Asked(
                "PostgreSQL swedish, any word",
                "cast(replace(cast(plainto_tsquery('swedish', ?) as text), '&', '|') as tsquery)");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private final class Asked implements Finder {

        private final String name;
        private final String query;

        private Asked(String name, String query) {
            this.name = name;
            this.query = query;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<ServiceId> find(Question question) {
            return sql.sql("""
                            select id from service, (select %s as query) asked where words @@ query
                            order by ts_rank_cd(words, query, 1) desc, id limit %d
                            """.formatted(query, DEPTH)).param(question.text()).query(String.class).list().stream()
                    .map(ServiceId::new)
                    .toList();
        }
    }
}
