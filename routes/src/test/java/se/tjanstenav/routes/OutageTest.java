package se.tjanstenav.routes;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.catalog.ChangeLog;
import se.tjanstenav.mocks.Fault;
import se.tjanstenav.mocks.Scenario;
import se.tjanstenav.mocks.StubAgencies;
import tools.jackson.databind.JsonNode;

/** What people see of the hub while agencies fail, come back and change. */
class OutageTest {

    private static final String GOOD = "fromSource";
    private static final List<String> WELL = List.of("tillvaxtverket", "prv", "forsakringskassan", "skatteverket");
    private static final List<String> FAILING =
            List.of("skelleftea", "uhr", "boverket", "bolagsverket", "jordbruksverket");

    /** Those after which a run goes on until its deadline come last. */
    private static final Set<Fault> LONG = EnumSet.of(Fault.NO_ANSWER, Fault.SLOW_DRIP, Fault.ENDLESS_PAGES);

    private static final List<Fault> FAULTS = Arrays.stream(Fault.values())
            .filter(fault -> fault != Fault.NONE && !LONG.contains(fault))
            .toList();

    private StubAgencies agencies;
    private HubUnderTest hub;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        List<String> all = new ArrayList<>(WELL);
        all.addAll(FAILING);
        all.add("pensionsmyndigheten");
        agencies = StubAgencies.launch(all.toArray(String[]::new));
        hub = HubUnderTest.start(agencies, folder);
        all.forEach(agency -> await().alias(agency)
                .atMost(60, SECONDS)
                .until(() -> hub.client().statusOf(agency + "/services"), GOOD::equals));
    }

    @AfterEach
    void stop() {
        hub.close();
        agencies.close();
    }

    @Test
    void peopleNoticeNothingWhileHalfOfTheAgenciesFailInEveryWay() throws Exception {
        Map<String, List<String>> before = new HashMap<>();
        FAILING.forEach(agency -> before.put(agency, ids(agency)));
        List<String> details = FAILING.stream()
                .map(agency -> "/catalog/v1/services/" + ids(agency).get(0))
                .toList();
        Queue<String> troubles = new ConcurrentLinkedQueue<>();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        Thread people = new Thread(() -> visit(details, over, asked, troubles));
        people.start();

        for (int round = 0; round < FAULTS.size(); round++) {
            for (int i = 0; i < FAILING.size(); i++) {
                Fault fault = FAULTS.get((round + i * 5) % FAULTS.size());
                agencies.fault(FAILING.get(i), fault);
                mayAskForHarvest(FAILING.get(i) + "/services");
            }
            String well = WELL.get(round % WELL.size()) + "/services";
            if (round % 6 == 0) {
                awaitHarvest(well);
            } else {
                int seen = asked.get();
                await().atMost(20, SECONDS).until(() -> asked.get() > seen + 8 || !troubles.isEmpty());
            }
        }
        Iterator<String> failing = FAILING.iterator();
        for (Fault fault : LONG) {
            String agency = failing.next();
            agencies.fault(agency, fault);
            mayAskForHarvest(agency + "/services");
        }
        awaitHarvest(WELL.get(0) + "/services");
        over.set(true);
        people.join();

        assertThat(troubles).isEmpty();
        WELL.forEach(agency -> assertThat(hub.client().statusOf(agency + "/services"))
                .as(agency)
                .isEqualTo(GOOD));
        FAILING.forEach(agency -> assertThat(ids(agency)).as(agency).isEqualTo(before.get(agency)));
    }

    @Test
    void anAgencyThatComesBackIsHarvestedWithoutAnybodysDoing() {
        agencies.stop("uhr");
        askForHarvest("uhr/services");
        await().atMost(30, SECONDS)
                .until(() -> !hub.client().statusOf("uhr/services").equals(GOOD));
        agencies.scenario("uhr", Scenario.RECOVERING);
        agencies.start("uhr");
        await().atMost(30, SECONDS).until(() -> hub.client().statusOf("uhr/services"), GOOD::equals);
        assertThat(ids("uhr")).hasSize(14);
    }

    @Test
    void followsAnAgencyThroughItsChanges() {
        List<String> before = ids("skelleftea");
        long last = hub.bean(ChangeLog.class).last();
        agencies.scenario("skelleftea", Scenario.CHANGES);
        awaitHarvest("skelleftea/services");
        // What appears is there at once, what vanishes stays until it has been missed twice.
        assertThat(kindsAfter(last)).contains(ChangeLog.Kind.ADDED, ChangeLog.Kind.CHANGED);
        assertThat(kindsAfter(last)).doesNotContain(ChangeLog.Kind.REMOVED);
        assertThat(ids("skelleftea")).containsAll(before).hasSize(before.size() + 1);

        awaitHarvest("skelleftea/services");
        assertThat(kindsAfter(last)).contains(ChangeLog.Kind.REMOVED);

        agencies.scenario("skelleftea", Scenario.USUAL);
        awaitHarvest("skelleftea/services");
        awaitHarvest("skelleftea/services");
        await().atMost(10, SECONDS).until(() -> ids("skelleftea").equals(before));
    }

    @Test
    void asksOnlyForWhatHasChangedAndLeavesTheRestUntouched() {
        long last = hub.bean(ChangeLog.class).last();
        int before = agencies.requests("pensionsmyndigheten");
        for (String feed : List.of("services", "processingTimes", "commitments")) {
            awaitHarvest("pensionsmyndigheten/" + feed);
        }
        assertThat(agencies.requests("pensionsmyndigheten") - before)
                .as("questions, of which a harvest of everything takes five")
                .isLessThan(5);
        assertThat(kindsAfter(last)).isEmpty();
        assertThat(hub.client()
                        .source("pensionsmyndigheten/commitments")
                        .orElseThrow()
                        .path("records")
                        .asInt())
                .isEqualTo(9);

        agencies.revise(
                "pensionsmyndigheten", "loften.json", "minst två månader i förväg", "minst tre månader i förväg");
        agencies.revise("pensionsmyndigheten", "tjanster.json", "Ansök om allmän pension", "Begär allmän pension");
        agencies.revise("pensionsmyndigheten", "tjanster.json", "2026-11-04T09:12:00Z", "2026-11-20T08:00:00Z");
        awaitHarvest("pensionsmyndigheten/commitments");
        awaitHarvest("pensionsmyndigheten/services");
        assertThat(kindsAfter(last)).isNotEmpty().containsOnly(ChangeLog.Kind.CHANGED);
        JsonNode revised = hub.client().serviceNamed("Begär allmän pension");
        assertThat(revised.path("commitments").toString()).contains("minst tre månader i förväg");
        assertThat(ids("pensionsmyndigheten")).hasSize(14);
    }

    private List<ChangeLog.Kind> kindsAfter(long sequence) {
        return hub.bean(ChangeLog.class).after(sequence, 1000).stream()
                .map(ChangeLog.Change::kind)
                .toList();
    }

    private void visit(List<String> details, AtomicBoolean over, AtomicInteger asked, Queue<String> troubles) {
        List<String> paths = new ArrayList<>(details);
        paths.addAll(List.of(
                "/catalog/v1/services?limit=50", "/catalog/v1/sources", "/catalog/v1/services?q=pension%20bygglov"));
        while (!over.get() && troubles.isEmpty()) {
            for (String path : paths) {
                HttpResponse<byte[]> answer = hub.client().get(path);
                if (answer.statusCode() != 200) {
                    troubles.add(path + " " + answer.statusCode());
                }
                asked.incrementAndGet();
            }
        }
    }

    private List<String> ids(String agency) {
        return hub.client()
                .json("/catalog/v1/services?limit=100&agency=" + agency)
                .path("services")
                .valueStream()
                .map(service -> service.path("id").asString())
                .sorted()
                .toList();
    }

    private void awaitHarvest(String source) {
        String before = lastSuccess(source);
        askForHarvest(source);
        await().alias(source + " is harvested again").atMost(30, SECONDS).until(() -> !lastSuccess(source)
                .equals(before));
        Scheduler scheduler = hub.bean(Scheduler.class);
        await().atMost(30, SECONDS).until(() -> scheduler.getCurrentlyExecuting().stream()
                .noneMatch(running -> running.getTaskInstance().getId().equals(source)));
    }

    private String lastSuccess(String source) {
        return hub.client()
                .source(source)
                .map((JsonNode found) -> found.path("lastSuccess").asString())
                .orElseThrow();
    }

    /** Unless a run is under way, which then meets the fault in its middle. */
    private void mayAskForHarvest(String source) {
        try {
            hub.bean(Scheduler.class).reschedule(TaskInstanceId.of("harvest", source), Instant.now());
        } catch (TaskInstanceCurrentlyExecutingException e) {
            assertThat(e).isNotNull();
        }
    }

    /** At once, or after the run that is under way. */
    private void askForHarvest(String source) {
        Scheduler scheduler = hub.bean(Scheduler.class);
        TaskInstanceId task = TaskInstanceId.of("harvest", source);
        await().atMost(30, SECONDS).ignoreExceptions().until(() -> scheduler.reschedule(task, Instant.now()));
    }
}
