package se.tjanstenav.mocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The JUnit extension as its users meet it, from outside its package: small test classes are run, and their results looked at. */
class AgencyStubsTest {

    @BeforeEach
    void forgetWhatWasInjected() {
        StubbedClasses.INJECTED.clear();
    }

    @Test
    void startsTheChosenAgenciesOncePerClassAndClosesThem() {
        run(StubbedClasses.Injected.class).testEvents().assertStatistics(all -> all.succeeded(3));
        assertThat(StubbedClasses.INJECTED).hasSize(5);
        assertThat(Set.copyOf(StubbedClasses.INJECTED)).singleElement().satisfies(agencies -> {
            assertThat(agencies.agencies()).containsExactlyInAnyOrder("skelleftea", "tillvaxtverket");
            assertThat(agencies.running("skelleftea")).isFalse();
        });
    }

    @Test
    void startsEveryAgencyThatNeedsNoFileWhenNoneIsNamed() {
        run(StubbedClasses.Everything.class).testEvents().assertStatistics(all -> all.succeeded(1));
        assertThat(StubbedClasses.INJECTED.get(0).agencies())
                .contains("skatteverket", "bolagsverket")
                .doesNotContain("dvv");
    }

    @Test
    void aFaultHoldsDuringItsMethodOnlyAndNoSwitchOutlivesAMethod() {
        run(StubbedClasses.Faults.class).testEvents().assertStatistics(all -> all.succeeded(3)
                .failed(0));
    }

    @Test
    void aScenarioAndAVolumeHoldDuringTheirMethodOnly() {
        run(StubbedClasses.Days.class).testEvents().assertStatistics(all -> all.succeeded(3)
                .failed(0));
    }

    @Test
    void aRequestThatMeetsNothingFailsItsTestAndIsNamed() {
        EngineExecutionResults results = run(StubbedClasses.Lost.class);
        results.testEvents().assertStatistics(all -> all.succeeded(1).failed(1));
        results.testEvents()
                .failed()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(message(text ->
                                text.contains("this test") && text.contains("skelleftea: GET /v7/nothing?here")))));
        results.containerEvents()
                .failed()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(message(text -> text.contains("outside its test methods")
                                && text.contains("skelleftea: GET /before")
                                && !text.contains("/v7/")))));
    }

    @Test
    void unmatchedRequestsPassWhereTheClassSaysSo() {
        run(StubbedClasses.Forgiving.class).allEvents().assertStatistics(all -> all.failed(0));
    }

    @Test
    void tellsWhichAgencyItCannotStartOrSpoil() {
        assertFails(StubbedClasses.Unknown.class, "No stub agency forsvaret");
        assertFails(StubbedClasses.FileMissing.class, "cannot start [dvv]");
        assertFails(StubbedClasses.UnknownFault.class, "No stub agency bolagsverket; there are [skelleftea]");
    }

    @Test
    void nestedClassesShareOrHaveTheirOwn() {
        run(StubbedClasses.Outer.class).testEvents().assertStatistics(all -> all.succeeded(3));
        assertThat(StubbedClasses.INJECTED).hasSize(3);
        assertThat(Set.copyOf(StubbedClasses.INJECTED)).hasSize(2);
    }

    @Test
    void classesRunInParallelAndTheMethodsOfOneDoNot() {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(StubbedClasses.ParallelOne.class), selectClass(StubbedClasses.ParallelTwo.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .execute();
        results.allEvents().assertStatistics(all -> all.failed(0));
        results.testEvents().assertStatistics(all -> all.succeeded(4));
        assertThat(Set.copyOf(StubbedClasses.INJECTED)).hasSize(2);
    }

    private static EngineExecutionResults run(Class<?>... classes) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(
                        Stream.of(classes).map(DiscoverySelectors::selectClass).toArray(DiscoverySelector[]::new))
                .execute();
    }

    private static void assertFails(Class<?> type, String text) {
        run(type)
                .allEvents()
                .failed()
                .assertThatEvents()
                .haveExactly(1, event(finishedWithFailure(message(said -> said.contains(text)))));
    }
}
