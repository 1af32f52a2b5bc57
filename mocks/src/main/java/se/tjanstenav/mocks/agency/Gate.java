package se.tjanstenav.mocks.agency;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.mocks.Fault;
import se.tjanstenav.mocks.Scenario;

/** The switches of one agency, which every request passes before it is answered: count, hold, fault, scenario, volume. */
public final class Gate {

    private Fault fault = Fault.NONE;
    private Scenario scenario = Scenario.USUAL;
    private long requestsOfScenario;
    private final Map<String, Volume> volumes = new TreeMap<>();
    private final Map<String, Long> harvests = new HashMap<>();
    private boolean held;
    private boolean open = true;
    private int requests;

    /**
     * Counts a request and keeps it waiting while the agency is held or does not answer, and as long as the scenario
     * wants; returns at once when the agency is stopped.
     */
    public synchronized void pass() throws InterruptedException {
        requests++;
        pause(scenario.delay(++requestsOfScenario));
        while ((held || fault == Fault.NO_ANSWER) && open) {
            wait();
        }
    }

    /** Waits for the given time, or until the agency is stopped; tells whether to go on. */
    public synchronized boolean pause(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toMillis(); open && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return open;
    }

    public synchronized void hold() {
        held = true;
    }

    public synchronized boolean held() {
        return held;
    }

    public synchronized void release() {
        held = false;
        notifyAll();
    }

    synchronized void open() {
        open = true;
    }

    public synchronized boolean isOpen() {
        return open;
    }

    synchronized void close() {
        open = false;
        notifyAll();
    }

    public synchronized void fault(Fault newFault) {
        fault = newFault;
        notifyAll();
    }

    /** What goes wrong now, for whatever reason. */
    public synchronized Fault fault() {
        return fault == Fault.NONE && scenario.fails(requestsOfScenario) ? Fault.SERVER_ERROR : fault;
    }

    /** What was last asked to go wrong, whether or not the scenario adds something to it. */
    public synchronized Fault chosenFault() {
        return fault;
    }

    public synchronized void scenario(Scenario newScenario) {
        scenario = newScenario;
        requestsOfScenario = 0;
        harvests.clear();
    }

    public synchronized Scenario scenario() {
        return scenario;
    }

    /**
     * Which harvest of a data file since the scenario {@link Scenario#CHANGES} was set, counted from 1; 0 in other scenarios.
     *
     * @param begins whether it begins just now
     */
    synchronized long harvest(String file, boolean begins) {
        return scenario == Scenario.CHANGES ? harvests.merge(file, begins ? 1L : 0L, Long::sum) : 0;
    }

    /** How many records a data file is to have, made of those it has. */
    public record Volume(long records, long seed) {}

    synchronized void volume(String file, Volume volume) {
        volumes.put(file, volume);
    }

    synchronized void endVolume(String file) {
        volumes.remove(file);
    }

    /** The volume asked of a data file, null where it is as it is. */
    synchronized @Nullable Volume volume(String file) {
        return volumes.get(file);
    }

    /** The volumes asked for, by data file. */
    public synchronized Map<String, Volume> volumes() {
        return new TreeMap<>(volumes);
    }

    /** Ends whatever was switched on here; held requests go on. */
    synchronized void calm() {
        volumes.clear();
        scenario(Scenario.USUAL);
        release();
    }

    public synchronized int requests() {
        return requests;
    }
}
