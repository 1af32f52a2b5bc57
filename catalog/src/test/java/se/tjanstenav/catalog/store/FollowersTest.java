package se.tjanstenav.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tjanstenav.catalog.Samples.SERVICES;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.CatalogueFollower;
import se.tjanstenav.catalog.MovableClock;
import se.tjanstenav.catalog.TestCatalogue;
import se.tjanstenav.catalog.model.FeedId;

class FollowersTest {

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    @Test
    void areToldWhenAPublicationBeginsAndEndsThoughItFails() {
        try (TestCatalogue hub = TestCatalogue.in(folder, new MovableClock())) {
            Followers followers = new Followers(hub.bean(FeedStatuses.class), List.of(follower()));

            followers.during(() -> told.add("published"));
            assertThatThrownBy(() -> followers.during(() -> {
                        throw new IllegalStateException("disk full");
                    }))
                    .hasMessage("disk full");

            assertThat(told).containsExactly("begins", "published", "ended", "begins", "ended");
        }
    }

    @Test
    void areToldOfAPublicationThoughTheStatusCannotBeReadAnew() {
        try (TestCatalogue hub = TestCatalogue.in(folder, new MovableClock())) {
            HikariDataSource database = hub.bean(HikariDataSource.class);
            FeedStatuses statuses = new FeedStatuses(
                    new FeedTable(JdbcClient.create(database)),
                    new AgencyTable(JdbcClient.create(database)),
                    new MovableClock(),
                    false);
            Followers followers = new Followers(statuses, List.of(follower()));
            database.close();

            followers.begun();
            followers.published(SERVICES);

            assertThat(told).containsExactly("log", "status");
        }
    }

    private CatalogueFollower follower() {
        return new CatalogueFollower() {
            @Override
            public void changeLogGrew() {
                told.add("log");
            }

            @Override
            public void feedStatusChanged(Set<FeedId> feeds) {
                told.add("status");
            }

            @Override
            public void publicationBegins() {
                told.add("begins");
            }

            @Override
            public void publicationEnded() {
                told.add("ended");
            }
        };
    }
}
