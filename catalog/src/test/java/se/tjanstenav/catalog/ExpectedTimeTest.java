package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tjanstenav.catalog.Samples.key;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.ComparableLength.Assumption;
import se.tjanstenav.catalog.ExpectedTime.NotCounted;
import se.tjanstenav.catalog.model.CaseEvent;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.Journey;
import se.tjanstenav.catalog.model.Journey.Phase;
import se.tjanstenav.catalog.model.Journey.Step;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.ProcessingTime.Kind;
import se.tjanstenav.catalog.model.ProcessingTime.Statistic;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.model.TimeUnit;

/** A journey's total is what its services take, and says what it leaves out. */
class ExpectedTimeTest {

    private final Map<ServiceId, Service> services = new HashMap<>();

    @Test
    void addsStepsThatFollowEachOther() {
        serve("A", median(5, TimeUnit.DAYS));
        serve("B", median(2, TimeUnit.WEEKS));

        ExpectedTime time = expect(step("A"), step("B"));

        assertThat(time.least()).isEqualByComparingTo("19");
        assertThat(time.most()).isEqualByComparingTo("19");
        assertThat(time.counted()).isEqualTo(2);
        assertThat(time.assumptions()).isEmpty();
    }

    @Test
    void takesTheLongestOfStepsThatRunAlongside() {
        serve("A", median(5, TimeUnit.DAYS));
        serve("B", median(9, TimeUnit.DAYS));
        serve("C", median(1, TimeUnit.DAYS));

        assertThat(expect(step("A"), alongside("B"), step("C")).most()).isEqualByComparingTo("10");
    }

    @Test
    void spansFromTheQuickestToTheSlowestKindOfCase() {
        serve("A", median(5, TimeUnit.DAYS), median(30, TimeUnit.DAYS));
        serve("B", time(Kind.OBSERVED, Statistic.INTERVAL, 2, 4, TimeUnit.DAYS, "decision"));

        ExpectedTime time = expect(step("A"), step("B"));

        assertThat(time.least()).isEqualByComparingTo("7");
        assertThat(time.most()).isEqualByComparingTo("34");
    }

    @Test
    void saysThatWorkingDaysWereConverted() {
        serve("A", median(10, TimeUnit.WORKING_DAYS));

        ExpectedTime time = expect(step("A"));

        assertThat(time.most()).isBetween(new BigDecimal("14"), new BigDecimal("15"));
        assertThat(time.assumptions()).containsExactly(Assumption.MEAN_YEAR);
    }

    @Test
    void prefersWhatWasObservedAndTypical() {
        serve(
                "A",
                time(Kind.FORECAST, Statistic.MEDIAN, 1, null, TimeUnit.DAYS, "decision"),
                time(Kind.OBSERVED, Statistic.P80, 40, null, TimeUnit.DAYS, "decision"),
                time(Kind.OBSERVED, Statistic.MEDIAN, 20, null, TimeUnit.DAYS, "decision"));

        ExpectedTime time = expect(step("A"));

        assertThat(time.most()).isEqualByComparingTo("20");
        assertThat(time.steps().get(0).kind()).isEqualTo(Kind.OBSERVED);
        assertThat(time.steps().get(0).statistic()).isEqualTo(Statistic.MEDIAN);
    }

    @Test
    void leavesOutWhatCannotBeCountedAndSaysWhy() {
        serve("counted", median(3, TimeUnit.DAYS));
        serve("optional", median(100, TimeUnit.DAYS));
        serve("without");
        serve("law", time(Kind.LEGAL_DEADLINE, Statistic.MAX, 10, null, TimeUnit.WEEKS, "decision"));
        serve("queue", time(Kind.QUEUE, Statistic.MEDIAN, 10, null, TimeUnit.WEEKS, "decision"));
        serve(
                "clocks",
                median(3, TimeUnit.DAYS),
                time(Kind.OBSERVED, Statistic.MEDIAN, 5, null, TimeUnit.DAYS, "visit"));

        ExpectedTime time = expect(
                step("counted"),
                new Step(Phase.DURING, key("optional"), null, null, true, false),
                step("unknown"),
                step("without"),
                step("law"),
                step("queue"),
                step("clocks"));

        assertThat(time.most()).isEqualByComparingTo("3");
        assertThat(time.counted()).isEqualTo(1);
        assertThat(time.steps())
                .extracting(StepTime::notCounted)
                .containsExactly(
                        null,
                        NotCounted.OPTIONAL,
                        NotCounted.SERVICE_NOT_IN_CATALOGUE,
                        NotCounted.NO_PROCESSING_TIME,
                        NotCounted.NEITHER_OBSERVED_NOR_FORECAST,
                        NotCounted.NEITHER_OBSERVED_NOR_FORECAST,
                        NotCounted.DIFFERENT_CLOCKS);
        assertThat(time.steps().get(1).most()).isEqualByComparingTo("100");
    }

    @Test
    void claimsNothingWhereNothingCouldBeCounted() {
        ExpectedTime time = expect(step("unknown"));

        assertThat(time.least()).isNull();
        assertThat(time.most()).isNull();
        assertThat(time.counted()).isZero();
    }

    @Test
    void saysHowFarTheSumCanBeReliedOn() {
        serve("A", median(5, TimeUnit.DAYS));
        serve("forecast", time(Kind.FORECAST, Statistic.MEDIAN, 4, null, TimeUnit.DAYS, "decision"));
        Step optional = new Step(Phase.DURING, key("unknown"), null, null, true, false);

        assertThat(expect(step("A"), optional).certainty()).isEqualTo(Certainty.OBSERVED);
        assertThat(expect(step("A"), step("forecast")).certainty()).isEqualTo(Certainty.PARTLY_FORECAST);
        assertThat(expect(step("A"), step("forecast"), step("unknown")).certainty())
                .isEqualTo(Certainty.INCOMPLETE);
        assertThat(expect(step("unknown"), optional).certainty()).isEqualTo(Certainty.UNKNOWN);
    }

    @Test
    void refusesAJourneyWhoseStepsComeInNoOrder() {
        Step before = new Step(Phase.BEFORE, key("A"), null, null, null, null);
        assertThatThrownBy(() -> journey(step("B"), before))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Step 2");
        assertThatThrownBy(() -> journey())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one step");
        assertThatThrownBy(() -> journey(alongside("A")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alongside");
    }

    @Test
    void letsAJourneyStandAlone() {
        assertThatThrownBy(() -> new Contribution(
                        "1",
                        key("A"),
                        Samples.description(LocalizedText.swedish("A"), null, Map.of()),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        journey(step("A"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stands alone");
    }

    private ExpectedTime expect(Step... steps) {
        return ExpectedTime.of(journey(steps), services);
    }

    private static Journey journey(Step... steps) {
        return new Journey(
                Journey.Kind.LIFE_EVENT,
                "movingHome",
                LocalizedText.swedish("Flytta"),
                null,
                null,
                Arrays.asList(steps),
                null,
                null);
    }

    private static Step step(String code) {
        return new Step(Phase.DURING, key(code), null, null, null, null);
    }

    private static Step alongside(String code) {
        return new Step(Phase.DURING, key(code), null, null, null, true);
    }

    private void serve(String code, ProcessingTime... times) {
        Service service = new Service(
                ServiceId.of(key(code)),
                key(code),
                Samples.description(LocalizedText.swedish(code), null, Map.of()),
                List.of(),
                List.of(times),
                List.of(),
                List.of(),
                Instant.EPOCH);
        services.put(service.id(), service);
    }

    private static ProcessingTime median(int value, TimeUnit unit) {
        return time(Kind.OBSERVED, Statistic.MEDIAN, value, null, unit, "decision");
    }

    private static ProcessingTime time(
            Kind kind, Statistic statistic, int value, @Nullable Integer upTo, TimeUnit unit, String end) {
        return new ProcessingTime(
                kind,
                null,
                null,
                new CaseEvent("applicationReceived"),
                new CaseEvent(end),
                statistic,
                BigDecimal.valueOf(value),
                upTo == null ? null : BigDecimal.valueOf(upTo),
                unit,
                null,
                null,
                null,
                null,
                null);
    }
}
