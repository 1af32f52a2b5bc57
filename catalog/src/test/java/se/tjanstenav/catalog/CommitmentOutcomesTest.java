package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.tjanstenav.catalog.model.ChannelType;
import se.tjanstenav.catalog.model.Commitment;
import se.tjanstenav.catalog.model.Commitment.Outcome.Status;
import se.tjanstenav.catalog.model.ComputedOutcome;
import se.tjanstenav.catalog.model.OutcomeReason;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.ProcessingTime.Kind;
import se.tjanstenav.catalog.model.ProcessingTime.Statistic;
import se.tjanstenav.catalog.model.TimeUnit;
import se.tjanstenav.catalog.outcome.CommitmentOutcomes;

/** Every rule by which a commitment is held against observed times, one row each. */
class CommitmentOutcomesTest {

    private static final Promise PROMISE = new Promise();
    private static final Observed OBSERVED = new Observed();

    static Stream<Arguments> rules() {
        return Stream.of(
                row("shorter", PROMISE, OBSERVED, Status.KEPT, OutcomeReason.COMPARED),
                row("as long", PROMISE, OBSERVED.value("10"), Status.KEPT, OutcomeReason.COMPARED),
                row("longer", PROMISE, OBSERVED.value("10.5"), Status.MISSED, OutcomeReason.COMPARED),
                row(
                        "with conditions",
                        PROMISE.condition(),
                        OBSERVED,
                        Status.KEPT,
                        OutcomeReason.COMPARED_WHATEVER_CONDITIONS),
                open("no target", PROMISE.withoutTarget(), OBSERVED, OutcomeReason.NO_TARGET),
                open("no events", PROMISE.withoutEvents(), OBSERVED, OutcomeReason.NO_EVENTS),
                open("a forecast", PROMISE, OBSERVED.kind(Kind.FORECAST), OutcomeReason.NO_OBSERVATION),
                open("a deadline", PROMISE, OBSERVED.kind(Kind.LEGAL_DEADLINE), OutcomeReason.NO_OBSERVATION),
                open("a queue", PROMISE, OBSERVED.kind(Kind.QUEUE), OutcomeReason.NO_OBSERVATION),
                open("other start", PROMISE, OBSERVED.start("applicationReceived"), OutcomeReason.OTHER_START_EVENT),
                open("other end", PROMISE, OBSERVED.end("decisionSent"), OutcomeReason.OTHER_END_EVENT),
                open("some cases", PROMISE, OBSERVED.caseType("Avlopp"), OutcomeReason.OTHER_CASE_TYPE),
                open("all cases", PROMISE.caseType("Avlopp"), OBSERVED, OutcomeReason.OTHER_CASE_TYPE),
                row("these cases", PROMISE.caseType("A"), OBSERVED.caseType("A"), Status.KEPT, OutcomeReason.COMPARED),
                open("one channel", PROMISE, OBSERVED.channel(ChannelType.VISIT), OutcomeReason.OTHER_CHANNEL),
                row(
                        "that channel",
                        PROMISE.channel(),
                        OBSERVED.channel(ChannelType.VISIT),
                        Status.KEPT,
                        OutcomeReason.COMPARED),
                open("the median", PROMISE, OBSERVED.statistic(Statistic.MEDIAN), OutcomeReason.OTHER_STATISTIC),
                open("a mean", PROMISE, OBSERVED.statistic(Statistic.MEAN), OutcomeReason.OTHER_STATISTIC),
                open("odd share", PROMISE.share("75"), OBSERVED, OutcomeReason.OTHER_STATISTIC),
                row(
                        "half",
                        PROMISE.share("50"),
                        OBSERVED.statistic(Statistic.MEDIAN),
                        Status.KEPT,
                        OutcomeReason.COMPARED),
                row(
                        "nine of ten",
                        PROMISE.share("90.0"),
                        OBSERVED.statistic(Statistic.P90),
                        Status.KEPT,
                        OutcomeReason.COMPARED),
                row(
                        "everybody",
                        PROMISE.share("100"),
                        OBSERVED.statistic(Statistic.MAX),
                        Status.KEPT,
                        OutcomeReason.COMPARED),
                row(
                        "every case",
                        PROMISE.share(null),
                        OBSERVED.statistic(Statistic.MAX),
                        Status.KEPT,
                        OutcomeReason.COMPARED),
                row(
                        "mean",
                        PROMISE.statistic(Statistic.MEAN),
                        OBSERVED.statistic(Statistic.MEAN),
                        Status.KEPT,
                        OutcomeReason.COMPARED),
                open("working days", PROMISE, OBSERVED.unit(TimeUnit.WORKING_DAYS), OutcomeReason.OTHER_UNIT),
                open("months", PROMISE, OBSERVED.unit(TimeUnit.MONTHS), OutcomeReason.OTHER_UNIT),
                open("hours", PROMISE, OBSERVED.unit(TimeUnit.HOURS), OutcomeReason.OTHER_UNIT),
                row("a week", PROMISE, OBSERVED.value("1").unit(TimeUnit.WEEKS), Status.KEPT, OutcomeReason.COMPARED),
                row(
                        "two weeks",
                        PROMISE,
                        OBSERVED.value("2").unit(TimeUnit.WEEKS),
                        Status.MISSED,
                        OutcomeReason.COMPARED),
                row(
                        "a week is seven",
                        PROMISE.value("1").unit(TimeUnit.WEEKS),
                        OBSERVED.value("7"),
                        Status.KEPT,
                        OutcomeReason.COMPARED),
                row(
                        "not eight",
                        PROMISE.value("1").unit(TimeUnit.WEEKS),
                        OBSERVED.value("8"),
                        Status.MISSED,
                        OutcomeReason.COMPARED),
                open("no cases", PROMISE, OBSERVED.sample(0L), OutcomeReason.NO_CASES),
                open("undated", PROMISE, OBSERVED.period(null, null), OutcomeReason.NO_PERIOD),
                open("half a period", PROMISE, OBSERVED.period("2026-04-01", null), OutcomeReason.NO_PERIOD),
                row("a day", PROMISE, OBSERVED.asOf("2026-04-30"), Status.KEPT, OutcomeReason.COMPARED),
                open("before it held", PROMISE.valid("2026-04-02", null), OBSERVED, OutcomeReason.OUTSIDE_VALIDITY),
                open("after it held", PROMISE.valid(null, "2026-04-29"), OBSERVED, OutcomeReason.OUTSIDE_VALIDITY),
                row(
                        "while it held",
                        PROMISE.valid("2026-04-01", "2026-04-30"),
                        OBSERVED,
                        Status.KEPT,
                        OutcomeReason.COMPARED),
                open("excluded", PROMISE.excluding("--04-30", "--08-15"), OBSERVED, OutcomeReason.IN_EXCLUSION_PERIOD),
                row(
                        "not excluded",
                        PROMISE.excluding("--05-01", "--03-31"),
                        OBSERVED,
                        Status.KEPT,
                        OutcomeReason.COMPARED),
                open(
                        "over New Year",
                        PROMISE.excluding("--12-20", "--04-01"),
                        OBSERVED,
                        OutcomeReason.IN_EXCLUSION_PERIOD),
                open(
                        "a year",
                        PROMISE.excluding("--12-24", "--12-24"),
                        OBSERVED.period("2026-01-01", "2026-12-31"),
                        OutcomeReason.IN_EXCLUSION_PERIOD),
                open(
                        "years",
                        PROMISE.excluding("--12-24", "--12-24"),
                        OBSERVED.period("0001-01-01", "9999-12-31"),
                        OutcomeReason.IN_EXCLUSION_PERIOD),
                row(
                        "kept unextended",
                        PROMISE.extension("5", TimeUnit.DAYS),
                        OBSERVED,
                        Status.KEPT,
                        OutcomeReason.COMPARED),
                open(
                        "within extension",
                        PROMISE.extension("5", TimeUnit.DAYS),
                        OBSERVED.value("20"),
                        OutcomeReason.WITHIN_EXTENSION),
                row(
                        "past extension",
                        PROMISE.extension("5", TimeUnit.DAYS),
                        OBSERVED.value("21"),
                        Status.MISSED,
                        OutcomeReason.COMPARED),
                open(
                        "other extension",
                        PROMISE.extension("1", TimeUnit.MONTHS),
                        OBSERVED.value("99"),
                        OutcomeReason.EXTENSION_OF_UNKNOWN_LENGTH),
                open(
                        "extension in words",
                        PROMISE.extension(),
                        OBSERVED.value("99"),
                        OutcomeReason.EXTENSION_OF_UNKNOWN_LENGTH));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void judgesOnlyWhatSpeaksOfTheSame(
            String rule, Promise promise, Observed observed, Status status, OutcomeReason reason) {
        ComputedOutcome outcome = outcome(promise, observed.time());

        assertThat(outcome.status()).isEqualTo(status);
        assertThat(outcome.reason()).isEqualTo(reason);
        assertThat(status == Status.NOT_MEASURED || observed.time().equals(outcome.observation()))
                .isTrue();
    }

    @Test
    void tellsNothingWithoutObservations() {
        assertThat(outcome(PROMISE))
                .isEqualTo(new ComputedOutcome(Status.NOT_MEASURED, OutcomeReason.NO_OBSERVATION, null));
    }

    @Test
    void judgesByTheLatestPeriodAndTheLongerOfTwo() {
        ProcessingTime march =
                OBSERVED.value("99").period("2026-03-01", "2026-03-31").time();
        ProcessingTime april = OBSERVED.time();
        ProcessingTime aprilToo = OBSERVED.value("2").unit(TimeUnit.WEEKS).time();

        assertThat(outcome(PROMISE, april, march).observation()).isEqualTo(april);
        assertThat(outcome(PROMISE, april, march, aprilToo).observation()).isEqualTo(aprilToo);
    }

    @Test
    void givesTheReasonOfTheNearestObservation() {
        assertThat(outcome(
                                PROMISE,
                                OBSERVED.start("x").time(),
                                OBSERVED.unit(TimeUnit.MONTHS).time(),
                                OBSERVED.end("x").time())
                        .reason())
                .isEqualTo(OutcomeReason.OTHER_UNIT);
    }

    @Test
    void keepsWhatTheAgencyReports() {
        Commitment commitment = PROMISE.reported(Status.KEPT).commitment();

        Commitment computed = CommitmentOutcomes.computed(
                        List.of(commitment), List.of(OBSERVED.value("99").time()))
                .get(0);

        assertThat(computed.outcome()).isEqualTo(commitment.outcome());
        assertThat(computed.computed()).extracting(ComputedOutcome::status).isEqualTo(Status.MISSED);
    }

    @Test
    void dependsNeitherOnOrderNorForgivesATighterTarget() {
        for (long seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            List<ProcessingTime> times = new ArrayList<>(IntStream.range(0, random.nextInt(6))
                    .mapToObj(i -> random(random))
                    .toList());
            Promise promise = random(random, PROMISE);
            ComputedOutcome before = outcome(promise, times.toArray(ProcessingTime[]::new));
            Collections.shuffle(times, random);
            ComputedOutcome shuffled = outcome(promise, times.toArray(ProcessingTime[]::new));
            ComputedOutcome tighter =
                    outcome(promise.value(String.valueOf(random.nextInt(10))), times.toArray(ProcessingTime[]::new));

            assertThat(shuffled).as("seed %d", seed).isEqualTo(before);
            if (before.status() == Status.MISSED) {
                assertThat(tighter.status()).as("seed %d", seed).isEqualTo(Status.MISSED);
            }
        }
    }

    private static ProcessingTime random(Random random) {
        List<UnaryOperator<Observed>> turns = List.of(
                observed -> observed,
                observed -> observed,
                observed -> observed.unit(TimeUnit.WEEKS),
                observed -> observed.unit(TimeUnit.WORKING_DAYS),
                observed -> observed.period("2026-03-01", "2026-03-31"),
                observed -> observed.start("x"));
        return turns.get(random.nextInt(turns.size()))
                .apply(OBSERVED.value(String.valueOf(random.nextInt(30))))
                .time();
    }

    private static Promise random(Random random, Promise promise) {
        return switch (random.nextInt(4)) {
            case 0 -> promise.extension("2", TimeUnit.DAYS);
            case 1 -> promise.extension();
            case 2 -> promise.excluding("--03-01", "--03-02");
            default -> promise;
        };
    }

    private static Arguments row(String rule, Promise promise, Observed observed, Status status, OutcomeReason reason) {
        return Arguments.of(rule, promise, observed, status, reason);
    }

    private static Arguments open(String rule, Promise promise, Observed observed, OutcomeReason reason) {
        return row(rule, promise, observed, Status.NOT_MEASURED, reason);
    }

    private static ComputedOutcome outcome(Promise promise, ProcessingTime... times) {
        return Objects.requireNonNull(CommitmentOutcomes.computed(List.of(promise.commitment()), List.of(times))
                .get(0)
                .computed());
    }
}
