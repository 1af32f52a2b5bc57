package se.tjanstenav.mocks;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.tjanstenav.mocks.junit.AgencyStubs;
import se.tjanstenav.mocks.junit.StubFault;
import se.tjanstenav.mocks.junit.StubScenario;
import se.tjanstenav.mocks.junit.StubVolume;

/** The classes {@link AgencyStubsTest} runs, some of which fail on purpose; nobody else runs them. */
final class StubbedClasses {

    static final List<StubAgencies> INJECTED = Collections.synchronizedList(new ArrayList<>());

    private static final String HOST = "api.skelleftea.example";
    private static final String SERVICES = "/kontaktcenter/v1/tjanster?limit=1";

    private StubbedClasses() {}

    private static int status(StubAgencies agencies, String path) throws IOException {
        try (StubClient client = new StubClient(agencies)) {
            return client.get(HOST, path).status();
        }
    }

    @AgencyStubs({"skelleftea", "tillvaxtverket"})
    static class Injected {

        Injected(StubAgencies agencies) {
            INJECTED.add(agencies);
        }

        @BeforeAll
        static void before(StubAgencies agencies) {
            INJECTED.add(agencies);
        }

        @Test
        void answers(StubAgencies agencies) throws IOException {
            INJECTED.add(agencies);
            assertThat(status(agencies, SERVICES)).isEqualTo(200);
        }

        @Test
        void oneMore() {}

        @Test
        void andOneMore() {}
    }

    @AgencyStubs
    static class Everything {

        @Test
        void starts(StubAgencies agencies) {
            INJECTED.add(agencies);
        }
    }

    @AgencyStubs({"skelleftea", "tillvaxtverket"})
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Faults {

        @Test
        @Order(1)
        @StubFault(agency = "skelleftea", fault = Fault.TRUNCATED)
        @StubFault(agency = "tillvaxtverket", fault = Fault.SERVER_ERROR)
        void fails(StubAgencies agencies) throws IOException {
            assertThatThrownBy(() -> status(agencies, SERVICES)).isInstanceOf(IOException.class);
            try (StubClient client = new StubClient(agencies)) {
                assertThat(client.get("data.tillvaxtverket.example", "/cpsv/v1/public-services")
                                .status())
                        .isEqualTo(503);
            }
        }

        @Test
        @Order(2)
        void answersAgainAndIsThenHeldAndStopped(StubAgencies agencies) throws IOException {
            assertThat(status(agencies, SERVICES)).isEqualTo(200);
            agencies.hold("skelleftea");
            agencies.stop("tillvaxtverket");
        }

        @Test
        @Order(3)
        void isLetGoAndStarted(StubAgencies agencies) throws IOException {
            assertThat(status(agencies, SERVICES)).isEqualTo(200);
            assertThat(agencies.running("tillvaxtverket")).isTrue();
        }
    }

    @AgencyStubs({"skelleftea", "bolagsverket"})
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Days {

        @Test
        @Order(1)
        @StubScenario(agency = "skelleftea", scenario = Scenario.CHANGES)
        @StubScenario(agency = "bolagsverket", scenario = Scenario.RECOVERING)
        @StubVolume(agency = "skelleftea", file = "tjanster.json", records = 70)
        @StubVolume(agency = "bolagsverket", file = "hamta-tjanster.xml", records = 70)
        void isAnotherDay(StubAgencies agencies) throws IOException {
            assertThat(body(agencies, Asked.REST)).contains("Ändrad för gång 1.", "\"total\": 64");
            for (int i = 0; i < 3; i++) {
                assertThat(body(agencies, Asked.SOAP)).contains("503");
            }
            assertThat(body(agencies, Asked.SOAP)).contains("-69\"");
        }

        @Test
        @Order(2)
        void isAsUsual(StubAgencies agencies) throws IOException {
            assertThat(body(agencies, Asked.REST)).contains("SKE-1001").doesNotContain("-ny-", "-69");
            assertThat(body(agencies, Asked.SOAP)).contains("BV-AB-REG").doesNotContain("-69\"");
        }

        @Test
        @Order(3)
        @StubScenario(agency = "skelleftea", scenario = Scenario.CHANGES)
        void countsHarvestsAnew(StubAgencies agencies) throws IOException {
            assertThat(body(agencies, Asked.REST)).contains("-ny-1");
        }

        private static String body(StubAgencies agencies, Asked asked) throws IOException {
            try (StubClient client =
                    new StubClient(agencies, agencies.secrets().get("bolagsverket-client-certificate"))) {
                return asked.ask(client).body();
            }
        }
    }

    @AgencyStubs("skelleftea")
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Lost {

        @BeforeAll
        static void before(StubAgencies agencies) throws IOException {
            assertThat(status(agencies, "/before")).isEqualTo(404);
        }

        @Test
        @Order(1)
        void asksForNothing(StubAgencies agencies) throws IOException {
            assertThat(status(agencies, "/v7/nothing?here")).isEqualTo(404);
        }

        @Test
        @Order(2)
        void isNotToBlame(StubAgencies agencies) throws IOException {
            assertThat(status(agencies, SERVICES)).isEqualTo(200);
        }
    }

    @AgencyStubs(value = "skelleftea", allowUnmatched = true)
    static class Forgiving {

        @Test
        void asksForNothing(StubAgencies agencies) throws IOException {
            assertThat(status(agencies, "/v7/nothing")).isEqualTo(404);
        }
    }

    @AgencyStubs("forsvaret")
    static class Unknown {

        @Test
        void neverRuns() {}
    }

    @AgencyStubs({"skelleftea", "dvv"})
    static class FileMissing {

        @Test
        void neverRuns() {}
    }

    @AgencyStubs("skelleftea")
    static class UnknownFault {

        @Test
        @StubFault(agency = "bolagsverket", fault = Fault.EMPTY)
        void neverRuns() {}
    }

    @AgencyStubs("skelleftea")
    static class Outer {

        @Test
        void isOne(StubAgencies agencies) {
            INJECTED.add(agencies);
        }

        @Nested
        class Sharing {

            @Test
            void isTheSame(StubAgencies agencies) {
                INJECTED.add(agencies);
            }
        }

        @Nested
        @AgencyStubs("tillvaxtverket")
        class Own {

            @Test
            void isAnother(StubAgencies agencies) {
                INJECTED.add(agencies);
                assertThat(agencies.agencies()).containsExactly("tillvaxtverket");
            }
        }
    }

    /** Two classes that each wait for the other, and whose methods would see each other's faults if they met. */
    abstract static class Parallel {

        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @BeforeAll
        static void meet(StubAgencies agencies) throws Exception {
            INJECTED.add(agencies);
            BOTH.await(30, SECONDS);
        }

        @Test
        @StubFault(agency = "skelleftea", fault = Fault.SERVER_ERROR)
        void fails(StubAgencies agencies) throws IOException {
            assertThat(status(agencies, SERVICES)).isEqualTo(503);
        }

        @Test
        void answers(StubAgencies agencies) throws IOException {
            assertThat(status(agencies, SERVICES)).isEqualTo(200);
        }
    }

    @AgencyStubs("skelleftea")
    static class ParallelOne extends Parallel {}

    @AgencyStubs("skelleftea")
    static class ParallelTwo extends Parallel {}
}
