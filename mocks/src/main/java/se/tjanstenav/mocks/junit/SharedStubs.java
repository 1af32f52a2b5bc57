package se.tjanstenav.mocks.junit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.tjanstenav.mocks.StubAgencies;

/** The agencies of one test class, and which of the requests that met nothing have been told of. */
final class SharedStubs implements AutoCloseable {

    private final StubAgencies agencies;
    private final boolean allowUnmatched;
    private final List<String> seen = new ArrayList<>();
    private final List<String> outsideMethods = new ArrayList<>();

    private SharedStubs(StubAgencies agencies, boolean allowUnmatched) {
        this.agencies = agencies;
        this.allowUnmatched = allowUnmatched;
    }

    static SharedStubs start(AgencyStubs wanted) {
        StubAgencies started = StubAgencies.launch(wanted.value());
        Set<String> missing = new LinkedHashSet<>(Arrays.asList(wanted.value()));
        missing.removeAll(started.agencies());
        if (!missing.isEmpty()) {
            started.close();
            throw new IllegalArgumentException("@AgencyStubs cannot start " + missing
                    + ", which serve a file from outside; use StubAgencies.builder() for them");
        }
        return new SharedStubs(started, wanted.allowUnmatched());
    }

    StubAgencies agencies() {
        return agencies;
    }

    void beginMethod(List<StubFault> faults, List<StubScenario> scenarios, List<StubVolume> volumes) {
        outsideMethods.addAll(newlyUnmatched());
        faults.forEach(each -> agencies.fault(each.agency(), each.fault()));
        scenarios.forEach(each -> agencies.scenario(each.agency(), each.scenario()));
        volumes.forEach(each -> agencies.volume(each.agency(), each.file(), each.records(), each.seed()));
    }

    /** Puts every agency right again, then complains of requests that met nothing. */
    void endMethod() {
        agencies.calm();
        complain(newlyUnmatched(), "this test");
    }

    /** Complains of requests that no method made. */
    void endClass() {
        outsideMethods.addAll(newlyUnmatched());
        complain(outsideMethods, "this class, outside its test methods");
    }

    @Override
    public void close() {
        agencies.close();
    }

    private List<String> newlyUnmatched() {
        List<String> unmatched = new ArrayList<>(agencies.unmatched());
        seen.forEach(unmatched::remove);
        seen.addAll(unmatched);
        return unmatched;
    }

    private void complain(List<String> unmatched, String who) {
        if (!allowUnmatched && !unmatched.isEmpty()) {
            throw new AssertionError(
                    "No stub agency answers these requests of " + who + ":\n  "
                            + String.join("\n  ", unmatched)
                            + "\nCorrect the request, give the agency a mapping for it, or set @AgencyStubs(allowUnmatched = true)");
        }
    }
}
