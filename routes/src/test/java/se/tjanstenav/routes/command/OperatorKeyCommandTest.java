package se.tjanstenav.routes.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.connectors.audit.AuditLog;
import se.tjanstenav.routes.HubClient;
import se.tjanstenav.routes.HubUnderTest;

class OperatorKeyCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void replacesALostKeyWhileTheHubRuns() {
        try (HubUnderTest hub = HubUnderTest.alone(folder)) {
            int exit = run("operator-key", "--title=Anna", "--tjanstenav.catalog.jdbc-url=" + database());

            assertThat(exit).as(err.toString()).isZero();
            HubClient anna = hub.client().with("X-API-Key", out.toString().strip());
            assertThat(anna.json("/registry/v1/keys").at("/keys/0/title").asString())
                    .isEqualTo("Anna");
            assertThat(hub.bean(AuditLog.class)
                            .list(new AuditLog.Query(null, null, 0, 1))
                            .entries())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.event().by()).isEqualTo("command operator-key"));
        }
    }

    @Test
    void makesTheFirstKeyBeforeTheHubHasEverRun() {
        assertThat(run("operator-key", "--tjanstenav.catalog.jdbc-url=" + database()))
                .as(err.toString())
                .isZero();

        try (HubUnderTest hub = HubUnderTest.alone(folder, "--tjanstenav.access.first-key=true")) {
            HubClient operator = hub.client().with("X-API-Key", out.toString().strip());
            assertThat(operator.json("/registry/v1/keys").at("/meta/total").asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void saysWhatToDoWhereTheDatabaseIsOutOfReach() {
        int exit = run(
                "operator-key",
                "--tjanstenav.catalog.jdbc-url=jdbc:postgresql://127.0.0.1:1/hub",
                "--tjanstenav.catalog.password=hush-hush");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString())
                .contains("give the same tjanstenav.catalog settings as the hub has")
                .doesNotContain("hush-hush");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThat(run("operator-key", "--titel=Anna")).isEqualTo(2);
        assertThat(err.toString()).contains("--titel=Anna");
        assertThat(run("operator-key", "--title= ", "--tjanstenav.catalog.jdbc-url=" + database()))
                .isEqualTo(2);
    }

    @Test
    void tellsHowItIsUsed() {
        assertThat(run("operator-key", "--help")).isZero();
        assertThat(out.toString()).contains("--title", "config/application.yaml");
    }

    private String database() {
        return "jdbc:sqlite:" + folder.resolve("tjanstenav.db");
    }

    private int run(String... args) {
        return Commands.run(new PrintWriter(out, true), new PrintWriter(err, true), false, args);
    }
}
