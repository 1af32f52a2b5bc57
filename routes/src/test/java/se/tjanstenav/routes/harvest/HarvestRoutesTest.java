package se.tjanstenav.routes.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.FencedOutException;
import se.tjanstenav.catalog.RecordFingerprint;
import se.tjanstenav.catalog.RecordWarning;
import se.tjanstenav.catalog.Reject;
import se.tjanstenav.catalog.RunOutcome;
import se.tjanstenav.catalog.RunReport;
import se.tjanstenav.catalog.StorageFullException;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.connectors.SourceRecord;

class HarvestRoutesTest {

    private final SlowClock clock = new SlowClock();
    private final RecordedHarvests harvests = new RecordedHarvests();
    private final List<Object> events = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DefaultCamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void startCamel() throws Exception {
        camel.addRoutesConfigurations(new HarvestFaults());
        camel.addRoutes(new HarvestRoutes(
                new HarvestSteps(harvests, clock), new ReplaySteps(), new HarvestProgress(meters, events::add)));
        camel.start();
    }

    @AfterEach
    void stopCamel() {
        camel.stop();
    }

    @Test
    void publishesEveryRecordOfACompleteFeedOnce() {
        ListedFeed feed = ListedFeed.of(450);

        RunReport report = harvest(feed);

        assertThat(report).isNotNull().extracting(RunReport::outcome).isEqualTo(RunOutcome.PUBLISHED);
        assertThat(harvests.published).isEqualTo(Completeness.COMPLETE);
        assertThat(harvests.batches.stream().flatMap(List::stream).map(Contribution::externalId))
                .hasSize(450)
                .doesNotHaveDuplicates();
        assertThat(feed.closed).isTrue();
    }

    @Test
    void stagesInBatchesRatherThanRecordByRecord() {
        harvest(ListedFeed.of(450));

        assertThat(harvests.batches).extracting(List::size).containsExactly(200, 200, 50);
    }

    @Test
    void stagesWhatThereIsWhereAnAgencyIsSlow() {
        clock.step = Duration.ofMillis(300);

        harvest(ListedFeed.of(9));

        assertThat(harvests.batches).extracting(List::size).containsExactly(4, 4, 1);
    }

    @Test
    void aRunEndsAtOnceWhereItsRecordsCannotBeStaged() {
        harvests.stagingFault = new StorageFullException(new IllegalStateException("SQLITE_FULL"));
        ListedFeed feed = ListedFeed.of(450);

        RunReport report = harvest(feed);

        assertThat(report).isNotNull().extracting(RunReport::outcome).isEqualTo(RunOutcome.FAILED);
        assertThat(harvests.failed).isNotNull().extracting(Fault::code).isEqualTo("STORAGE_FULL");
        assertThat(harvests.published).isNull();
        assertThat(feed.closed).isTrue();
    }

    @Test
    void aRunThatIsFencedOutWhileItStagesGivesUp() {
        harvests.stagingFault = new FencedOutException(new FeedId("testverket", "services"));

        assertThat(harvest(ListedFeed.of(450))).isNull();
        assertThat(harvests.failed).isNull();
    }

    @Test
    void mapsSeveralRecordsAtOnce() {
        CyclicBarrier both = new CyclicBarrier(2);

        harvest(ListedFeed.of(2).beforeMapping(id -> {
            assertThatCode(() -> both.await(10, TimeUnit.SECONDS)).doesNotThrowAnyException();
            return id;
        }));

        assertThat(harvests.rejects).isEmpty();
        assertThat(harvests.staged()).isEqualTo(2);
    }

    @Test
    void keepsTheOrderOfTheFeedWhicheverRecordIsMappedFirst() {
        CountDownLatch last = new CountDownLatch(1);
        Set<String> unusable = Set.of("record-1", "record-4");

        harvest(ListedFeed.of(6).beforeMapping(id -> {
            if (id.equals("record-6")) {
                last.countDown();
            }
            if (id.equals("record-1")) {
                assertThatCode(() -> last.await(10, TimeUnit.SECONDS)).doesNotThrowAnyException();
            }
            if (unusable.contains(id)) {
                throw ListedFeed.rejected(id);
            }
            return id;
        }));

        assertThat(harvests.rejects).extracting(Reject::externalId).containsExactly("record-1", "record-4");
        assertThat(harvests.batches).singleElement().satisfies(batch -> assertThat(batch)
                .extracting(Contribution::externalId)
                .containsExactly("record-2", "record-3", "record-5", "record-6"));
    }

    @Test
    void aRunIsUsedByTheThreadThatHarvestsAlone() {
        harvest(ListedFeed.of(450).beforeMapping(id -> {
            if (id.endsWith("7")) {
                throw ListedFeed.rejected(id);
            }
            return id;
        }));

        assertThat(harvests.users).containsExactly(Thread.currentThread());
    }

    @Test
    void mapsOnlyWhatIsNotKnown() {
        harvests.known.add(new RecordFingerprint("record-2", "made of record-2"));
        harvests.known.add(new RecordFingerprint("record-3", "made of something else"));
        ListedFeed feed = ListedFeed.of(3).beforeMapping(id -> {
            assertThat(id).isNotEqualTo("record-2");
            return id;
        });

        harvest(feed);

        assertThat(harvests.rejects).isEmpty();
        assertThat(harvests.batches).singleElement().satisfies(batch -> assertThat(batch)
                .extracting(Contribution::externalId)
                .containsExactly("record-1", "record-3"));
    }

    @Test
    void publishesAFeedOfWhichAllIsKnown() {
        harvests.known.add(new RecordFingerprint("record-1", "made of record-1"));

        assertThat(harvest(ListedFeed.of(1)))
                .isNotNull()
                .extracting(RunReport::outcome)
                .isEqualTo(RunOutcome.PUBLISHED);
        assertThat(harvests.staged()).isZero();
    }

    @Test
    void passesWarningsOnWithTheRecord() {
        harvest(ListedFeed.of(2).warningOf("record-2"));

        assertThat(harvests.warnings)
                .containsExactly(new RecordWarning("record-2", "UNKNOWN_CODE", "tveksamt", "/channels"));
        assertThat(harvests.staged()).isEqualTo(2);
    }

    @Test
    void keepsTheSourceOfARejectAndReplaysItWithTheMappingOfNow() {
        harvest(ListedFeed.of(2).beforeMapping(id -> {
            if (id.equals("record-2")) {
                throw ListedFeed.rejected(id);
            }
            return id;
        }));
        assertThat(harvests.sources).containsExactly(new SourceRecord(2, "record-2", "record-2").kept());

        RunReport again = replay(ListedFeed.of(0).beforeMapping(id -> {
            throw ListedFeed.rejected(id);
        }));
        assertThat(again).isNotNull();
        assertThat(harvests.rejects).hasSize(2);
        assertThat(harvests.sources.get(1)).isNull();

        harvests.batches.clear();
        RunReport mended = replay(ListedFeed.of(0).beforeMapping(id -> "mended-" + id));
        assertThat(mended).isNotNull();
        assertThat(harvests.batches.get(0)).extracting(Contribution::externalId).containsExactly("mended-record-2");
        assertThat(harvests.published).isEqualTo(Completeness.PARTIAL);
    }

    @Test
    void aReplayThatMakesTheHubFailChangesNothing() {
        harvests.rejects.add(
                new Reject("record-1", 1, Reject.Stage.MAP, "MAPPING", "cannot be used", null, null, null));
        harvests.sources.add(new SourceRecord(1, "record-1", "record-1").kept());

        RunReport report = replay(ListedFeed.of(0).beforeMapping(id -> {
            throw new IllegalStateException("a fault of the hub's own");
        }));

        assertThat(report).isNotNull().extracting(RunReport::outcome).isEqualTo(RunOutcome.FAILED);
        assertThat(harvests.failed).isNotNull().extracting(Fault::code).isEqualTo("HUB_ERROR");
        assertThat(harvests.published).isNull();
    }

    @Test
    void anEmptyFeedIsPublishedAsSuch() {
        RunReport report = harvest(ListedFeed.of(0));

        assertThat(report).isNotNull();
        assertThat(harvests.published).isEqualTo(Completeness.COMPLETE);
        assertThat(harvests.staged()).isZero();
    }

    @Test
    void aRecordThatCannotBeUsedIsRecordedAndTheOthersGoOn() {
        ListedFeed feed = ListedFeed.of(5).beforeMapping(id -> {
            if (id.equals("record-1") || id.equals("record-5")) {
                throw ListedFeed.rejected(id);
            }
            return id;
        });

        RunReport report = harvest(feed);

        assertThat(report).isNotNull().extracting(RunReport::outcome).isEqualTo(RunOutcome.PUBLISHED);
        assertThat(harvests.staged()).isEqualTo(3);
        assertThat(harvests.rejects).extracting(Reject::externalId).containsExactly("record-1", "record-5");
    }

    @Test
    void aBatchOfWhichEveryRecordIsRejectedStagesNothing() {
        harvest(ListedFeed.of(3).beforeMapping(id -> {
            throw ListedFeed.rejected(id);
        }));

        assertThat(harvests.staged()).isZero();
        assertThat(harvests.rejects).hasSize(3);
    }

    @Test
    void aRecordThatMakesTheHubFailIsRejectedAlone() {
        harvest(ListedFeed.of(3).beforeMapping(id -> {
            if (id.equals("record-2")) {
                throw new IllegalStateException("a fault of the hub's own");
            }
            return id;
        }));

        assertThat(harvests.staged()).isEqualTo(2);
        assertThat(harvests.rejects).singleElement().satisfies(reject -> {
            assertThat(reject.externalId()).isEqualTo("record-2");
            assertThat(reject.code()).isEqualTo("HUB_ERROR");
            assertThat(reject.detail()).doesNotContain("of the hub's own");
        });
    }

    @Test
    void aFeedIsOpenedWithWhatItsLastPublishedRunLeft() {
        ListedFeed first = ListedFeed.of(3);
        harvest(first);
        harvest(ListedFeed.of(2).failingAfter(1));
        ListedFeed last = ListedFeed.of(1);
        harvest(last);

        assertThat(first.openedWith).isNull();
        assertThat(last.openedWith).isEqualTo("after 3");
    }

    @Test
    void anAgencyThatGoesAwayHalfwayPublishesNothing() {
        ListedFeed feed = ListedFeed.of(1000).failingAfter(300);

        RunReport report = harvest(feed);

        assertThat(report).isNotNull().extracting(RunReport::outcome).isEqualTo(RunOutcome.FAILED);
        assertThat(harvests.published).isNull();
        assertThat(harvests.failed).isNotNull().extracting(Fault::code).isEqualTo("CONNECTION_REFUSED");
        assertThat(feed.closed).isTrue();
    }

    @Test
    void aRunThatWasFencedOutNeitherPublishesNorFails() {
        harvests.fencedOut = true;

        harvest(ListedFeed.of(3));

        assertThat(harvests.published).isNull();
        assertThat(harvests.failed).isNull();
    }

    @Test
    void nothingARecordHoldsSteersTheRoute() {
        List<String> hostile = List.of(
                "${exchange.context.stop()}",
                "direct:harvest-failed",
                "CamelBeanMethodName=fail",
                "{{tjanstenav.secret}}",
                "bean:harvestSteps?method=fail");

        RunReport report = harvest(new ListedFeed(hostile));

        assertThat(report).isNotNull().extracting(RunReport::outcome).isEqualTo(RunOutcome.PUBLISHED);
        assertThat(harvests.batches.stream().flatMap(List::stream).map(Contribution::externalId))
                .containsExactlyElementsOf(hostile);
    }

    @Test
    void theEndOfEveryHarvestIsMeasuredAndTold() {
        harvest(ListedFeed.of(2));
        harvest(ListedFeed.of(2).failingAfter(1));

        assertThat(events).hasSize(2).allMatch(HarvestEnded.class::isInstance);
        assertThat(meters.get("tjanstenav.harvest.duration")
                        .tag("outcome", "published")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("tjanstenav.harvest.duration")
                        .tag("outcome", "failed")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    private @Nullable RunReport replay(ListedFeed feed) {
        ReplaySteps.Replayed replayed =
                new ReplaySteps.Replayed(feed, harvests.replay(UUID.randomUUID(), 1, "Anna", null));
        return camel.createProducerTemplate().requestBody(HarvestRoutes.REPLAY, replayed, RunReport.class);
    }

    /** Moves on with every look. */
    private static final class SlowClock extends Clock {

        private Duration step = Duration.ZERO;
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            now = now.plus(step);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private @Nullable RunReport harvest(ListedFeed feed) {
        ProducerTemplate producer = camel.createProducerTemplate();
        return producer.requestBody(HarvestRoutes.HARVEST, feed, RunReport.class);
    }
}
