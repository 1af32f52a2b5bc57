package portal;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.mocks.Fault;
import se.tjanstenav.mocks.StubAgencies;
import se.tjanstenav.mocks.junit.AgencyStubs;
import se.tjanstenav.mocks.junit.StubFault;

/** The portal, a real hub, and behind it two agencies that fail when they are told to. */
@AgencyStubs({"skatteverket", "skelleftea"})
class PortalTest {

    private static Hub hub;
    private static Portal portal;

    @BeforeAll
    static void startHub(StubAgencies agencies, @TempDir Path folder) throws Exception {
        hub = new Hub(agencies, folder);
        portal = new Portal(hub.address(), Clock.systemUTC());
    }

    @AfterAll
    static void stopHub() {
        hub.close();
    }

    @Test
    void showsAServiceWithItsTimesAndPromises() {
        eventually(() -> {
            Portal.Page page = portal.find("moving house");
            assertThat(page.name()).isEqualTo("Notify a change of address within Sweden");
            assertThat(page.times()).contains("Move within Sweden, paper form: 8 working days (observed)");
            assertThat(page.promises()).anyMatch(promise -> promise.contains("within two working days"));
            assertThat(page.freshness()).isEqualTo("Up to date");
        });
    }

    @Test
    @StubFault(agency = "skatteverket", fault = Fault.TRUNCATED)
    void showsTheLastKnownGoodAndItsAgeWhileAnAgencyAnswersWrongly() throws Exception {
        Portal tomorrow = new Portal(hub.address(), Clock.offset(Clock.systemUTC(), Duration.ofHours(24)));
        eventually(() -> {
            Portal.Page page = tomorrow.find("moving house");
            assertThat(page.times()).contains("Move within Sweden, paper form: 8 working days (observed)");
            assertThat(page.freshness()).isEqualTo("Skatteverket does not answer; as known 24 hours ago");
        });
    }

    @Test
    void goesOnShowingTheOthersWhenAnAgencyIsGone(StubAgencies agencies) {
        agencies.stop("skelleftea");
        eventually(() -> assertThat(portal.find("preschool").freshness()).startsWith("Skellefteå kommun does not"));
        eventually(() -> assertThat(portal.find("moving house").freshness()).isEqualTo("Up to date"));
    }

    @Test
    void showsWhatAnAgencyHasRevised(StubAgencies agencies) {
        agencies.revise("skatteverket", "services.json", "Application for an ID card", "Get yourself an ID card");
        eventually(() -> assertThat(portal.find("ID card").name()).isEqualTo("Get yourself an ID card"));
    }

    /** The hub notices at its next harvest. */
    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(1, MINUTES).ignoreExceptions().untilAsserted(assertion);
    }
}
