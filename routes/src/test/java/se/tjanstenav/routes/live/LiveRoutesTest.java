package se.tjanstenav.routes.live;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.tjanstenav.catalog.SyncStatus;
import se.tjanstenav.catalog.WaitingTimes.Said;
import se.tjanstenav.catalog.WaitingTimes.State;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.ServiceKey;

/** The flow of live look-ups; a feed with an endless budget hangs whoever waits for it. */
@Timeout(120)
class LiveRoutesTest {

    private static final LiveProperties USUAL = LiveFlow.properties(64, 4, 10_000);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SettableClock clock = new SettableClock();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final CountDownLatch agencyMayAnswer = new CountDownLatch(1);

    @AfterEach
    void close() throws Exception {
        agencyMayAnswer.countDown();
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    private LiveFlow flow(LiveProperties properties, AskedFeed... feeds) throws Exception {
        LiveFlow flow = new LiveFlow(clock, properties, feeds);
        opened.add(flow);
        return flow;
    }

    private Supplier<Integer> whenAllowed(int minutes) {
        return () -> {
            try {
                assertThat(agencyMayAnswer.await(100, SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return minutes;
        };
    }

    private static int minutes(Said said) {
        return said.processingTimes().get(0).value().intValue();
    }

    @Test
    void tellsWhatTheAgencySaysAndAsksItOnceAMinute() throws Exception {
        AskedFeed feed = AskedFeed.patient();
        LiveFlow flow = flow(USUAL, feed);

        Said first = flow.ask(AskedFeed.PASSPORT);
        clock.advance(Duration.ofSeconds(59));
        Said second = flow.ask(AskedFeed.PASSPORT);

        assertThat(first.state()).isEqualTo(State.FRESH);
        assertThat(minutes(first)).isEqualTo(12);
        assertThat(first.holdsFor()).isEqualTo(MINUTE);
        assertThat(second.state()).isEqualTo(State.FRESH);
        assertThat(second.holdsFor()).isEqualTo(Duration.ofSeconds(1));
        assertThat(second.retrievedAt()).isEqualTo(Instant.parse("2026-11-02T08:00:00Z"));
        assertThat(feed.asked).hasValue(1);
    }

    @Test
    void asksOnceHoweverManyWantToKnow() throws Exception {
        AskedFeed feed = AskedFeed.patient().telling(whenAllowed(7));
        LiveFlow flow = flow(USUAL, feed);
        ExecutorService citizens = Executors.newFixedThreadPool(100);
        opened.add(citizens::shutdownNow);
        CyclicBarrier allAtOnce = new CyclicBarrier(100);

        List<Future<Said>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            answers.add(citizens.submit(() -> {
                allAtOnce.await();
                return flow.ask(AskedFeed.PASSPORT);
            }));
        }
        await().atMost(60, SECONDS).until(() -> feed.asked.get() == 1);
        agencyMayAnswer.countDown();

        for (Future<Said> answer : answers) {
            assertThat(minutes(answer.get(60, SECONDS))).isEqualTo(7);
        }
        assertThat(feed.asked).hasValue(1);
    }

    @Test
    void givesWhatIsStaleAtOnceWhileTheAgencyIsAsked() throws Exception {
        AskedFeed feed = AskedFeed.patient();
        LiveFlow flow = flow(USUAL, feed);
        flow.ask(AskedFeed.PASSPORT);
        feed.telling(whenAllowed(30));
        clock.advance(MINUTE.plusSeconds(1));

        Said meanwhile = flow.ask(AskedFeed.PASSPORT);
        agencyMayAnswer.countDown();

        assertThat(meanwhile.state()).isEqualTo(State.STALE);
        assertThat(minutes(meanwhile)).isEqualTo(12);
        await().atMost(60, SECONDS).untilAsserted(() -> {
            Said later = flow.ask(AskedFeed.PASSPORT);
            assertThat(later.state()).isEqualTo(State.FRESH);
            assertThat(minutes(later)).isEqualTo(30);
        });
        assertThat(feed.asked).hasValue(2);
    }

    @Test
    void waitsForAnAgencyThatAnswersInTimeWhereWhatIsKnownIsTooOld() throws Exception {
        AskedFeed feed = AskedFeed.patient();
        LiveFlow flow = flow(USUAL, feed);
        flow.ask(AskedFeed.PASSPORT);
        feed.telling(() -> 30);
        clock.advance(Duration.ofMinutes(3));

        assertThat(minutes(flow.ask(AskedFeed.PASSPORT))).isEqualTo(30);
    }

    @Test
    void tellsTheLatestWhileTheAgencyFailsAndThenSinceWhenItIsUnknown() throws Exception {
        AskedFeed feed = AskedFeed.patient();
        LiveFlow flow = flow(USUAL, feed);
        flow.ask(AskedFeed.PASSPORT);
        feed.failing();
        clock.advance(Duration.ofMinutes(3));
        Instant failedFirst = clock.instant();

        Said failing = flow.ask(AskedFeed.PASSPORT);
        clock.advance(Duration.ofMinutes(12).plusSeconds(59));
        Said stillFailing = flow.ask(AskedFeed.PASSPORT);
        clock.advance(Duration.ofSeconds(1));
        Said tooLong = flow.ask(AskedFeed.PASSPORT);

        assertThat(failing.state()).isEqualTo(State.STALE);
        assertThat(failing.unknownSince()).isNull();
        assertThat(stillFailing.state()).isEqualTo(State.STALE);
        assertThat(minutes(stillFailing)).isEqualTo(12);
        assertThat(tooLong.state()).isEqualTo(State.UNKNOWN);
        assertThat(tooLong.processingTimes()).isEmpty();
        assertThat(tooLong.unknownSince()).isEqualTo(failedFirst);
        assertThat(tooLong.retrievedAt()).isEqualTo(Instant.parse("2026-11-02T08:00:00Z"));
    }

    @Test
    void waitsForNobodyWhoHasFailedAndNoticesTheirReturn() throws Exception {
        AskedFeed feed = AskedFeed.patient();
        feed.failing();
        LiveFlow flow = flow(USUAL, feed);
        Said first = flow.ask(AskedFeed.PASSPORT);
        Said resting = flow.ask(AskedFeed.PASSPORT);
        feed.telling(whenAllowed(5));
        clock.advance(Duration.ofSeconds(10));

        Said asking = flow.ask(AskedFeed.PASSPORT);

        assertThat(List.of(first, resting, asking)).extracting(Said::state).containsOnly(State.UNKNOWN);
        assertThat(resting.holdsFor()).isEqualTo(Duration.ofSeconds(10));
        await().atMost(60, SECONDS).until(() -> feed.asked.get() == 2);
        agencyMayAnswer.countDown();
        await().atMost(60, SECONDS).until(() -> flow.ask(AskedFeed.PASSPORT).state(), State.FRESH::equals);
    }

    @Test
    void waitsNoLongerThanTheBudgetAndNeverAgainForOneWhoIsSlow() throws Exception {
        AskedFeed feed = new AskedFeed("queue", Duration.ofMillis(50), false).telling(whenAllowed(5));
        LiveFlow flow = flow(USUAL, feed);

        assertThat(flow.ask(AskedFeed.PASSPORT).state()).isEqualTo(State.UNKNOWN);
        agencyMayAnswer.countDown();
        await().atMost(60, SECONDS).until(() -> flow.ask(AskedFeed.PASSPORT).state(), State.FRESH::equals);

        LookUpKey key = LookUpKey.of(feed, AskedFeed.PASSPORT);
        assertThat(flow.answers.of(key).slow()).isTrue();
        clock.advance(Duration.ofMinutes(20));
        assertThat(flow.answers.of(key).worthWaiting(clock.instant(), feed.rules()))
                .isFalse();
    }

    @Test
    void asksSeveralAgenciesAtOnce() throws Exception {
        CyclicBarrier bothAreAsked = new CyclicBarrier(2);
        Supplier<Integer> together = () -> {
            try {
                return bothAreAsked.await(100, SECONDS) + 1;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
        LiveFlow flow = flow(
                USUAL,
                new AskedFeed("queue", AskedFeed.ENDLESS, false).telling(together),
                new AskedFeed("phone", AskedFeed.ENDLESS, false).telling(together));

        assertThat(flow.waitingTimes.of(AskedFeed.PASSPORT)).hasSize(2).allSatisfy(said -> assertThat(said.state())
                .isEqualTo(State.FRESH));
    }

    @Test
    void lendsAnAgencyThatHangsNoMoreThreadsThanItsShare() throws Exception {
        AskedFeed hanging = new AskedFeed("queue", Duration.ofMillis(1), true).telling(whenAllowed(5));
        LiveFlow flow = flow(LiveFlow.properties(64, 2, 10_000), hanging);

        for (int i = 0; i < 20; i++) {
            assertThat(flow.ask(service(i)).state()).isEqualTo(State.UNKNOWN);
        }

        await().atMost(60, SECONDS).until(() -> hanging.asked.get() == 2);
        agencyMayAnswer.countDown();
        await().atMost(60, SECONDS).until(() -> flow.ask(service(19)).state(), State.FRESH::equals);
    }

    @Test
    void tellsWhatIsKnownWhereNoThreadIsFree() throws Exception {
        AskedFeed hanging = new AskedFeed("a", Duration.ofMillis(1), false).telling(whenAllowed(5));
        AskedFeed well = new AskedFeed("b", AskedFeed.ENDLESS, false);
        LiveFlow flow = flow(LiveFlow.properties(1, 1, 10_000), hanging, well);

        assertThat(flow.waitingTimes.of(AskedFeed.PASSPORT))
                .extracting(Said::state)
                .containsOnly(State.UNKNOWN);
        assertThat(well.asked).hasValue(0);
        agencyMayAnswer.countDown();

        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(flow.waitingTimes.of(AskedFeed.PASSPORT))
                .extracting(Said::state)
                .containsOnly(State.FRESH));
    }

    @Test
    void keepsNoMoreAnswersThanItMay() throws Exception {
        AskedFeed feed = new AskedFeed("queue", AskedFeed.ENDLESS, true);
        LiveFlow flow = flow(LiveFlow.properties(64, 4, 10), feed);

        for (int i = 0; i < 200; i++) {
            assertThat(flow.ask(service(i)).state()).isEqualTo(State.FRESH);
        }

        assertThat(feed.asked).hasValue(200);
        assertThat(flow.answers.entries()).isBetween(1L, 10L);
    }

    @Test
    void tellsHowTheLatestLookUpWentAndMeasuresIt() throws Exception {
        AskedFeed feed = AskedFeed.patient();
        LiveFlow flow = flow(USUAL, feed);
        assertThat(status(flow)).isEqualTo(SyncStatus.NOT_YET_SYNCED);

        flow.ask(AskedFeed.PASSPORT);
        assertThat(status(flow)).isEqualTo(SyncStatus.FROM_SOURCE);
        clock.advance(Duration.ofMinutes(3));
        assertThat(status(flow)).isEqualTo(SyncStatus.FROM_CACHE);
        feed.failing();
        flow.ask(AskedFeed.PASSPORT);

        assertThat(status(flow)).isEqualTo(SyncStatus.FROM_CACHE_SYNC_FAILED);
        assertThat(flow.waitingTimes.sources().get(0).fault()).isNotNull().satisfies(fault -> assertThat(fault.code())
                .isEqualTo("CONNECTION_REFUSED"));
        clock.advance(Duration.ofMinutes(20));
        assertThat(status(flow)).isEqualTo(SyncStatus.NO_DATA_SYNC_FAILED);
        assertThat(flow.meters
                        .get("tjanstenav.live.answers")
                        .tag("state", "stale")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(flow.meters
                        .get("tjanstenav.live.lookup.duration")
                        .tag("outcome", "failed")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void survivesAFailureOfItsOwn() throws Exception {
        AskedFeed feed = AskedFeed.patient().telling(() -> {
            throw new IllegalStateException("a bug");
        });
        LiveFlow flow = flow(USUAL, feed);

        assertThat(flow.ask(AskedFeed.PASSPORT).state()).isEqualTo(State.UNKNOWN);
        assertThat(flow.waitingTimes.sources().get(0).fault()).isNotNull().satisfies(fault -> assertThat(fault.detail())
                .doesNotContain("a bug"));
    }

    @Test
    void asksNobodyAboutServicesThatNoLiveFeedKnows() throws Exception {
        AskedFeed feed = AskedFeed.patient();
        LiveFlow flow = flow(USUAL, feed);
        ServiceKey foreign = new ServiceKey(new AgencyId("annat-verk"), "PASS");

        assertThat(flow.waitingTimes.covers(foreign)).isFalse();
        assertThat(flow.waitingTimes.of(foreign)).isEmpty();
        assertThat(feed.asked).hasValue(0);
    }

    private static ServiceKey service(int number) {
        return new ServiceKey(AskedFeed.AGENCY, "S-" + number);
    }

    private static SyncStatus status(LiveFlow flow) {
        return flow.waitingTimes.sources().get(0).status();
    }
}
