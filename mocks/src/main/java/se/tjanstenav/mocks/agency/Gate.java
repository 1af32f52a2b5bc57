package se.tjanstenav.mocks.agency;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.mocks.Fault;
import se.tjanstenav.mocks.Scenario;

/** The switches of one agency, which every request passes before it is answered: count, hold, fault, scenario, volume. */
public final class Gate {

    private Fault fault = Fault.NONE;
    private Scenario scenario = Scenario.USUAL;
    private long requestsOfScenario;
    private final Map<String, Volume> volumes = new HashMap<>();
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

    public synchronized void scenario(Scenario newScenario) {
        scenario = newScenario;
        requestsOfScenario = 0;
    }

    public synchronized Scenario scenario() {
        return scenario;
    }

    /** How many records a data file is to have, made of those it has. */
    record Volume(long records, long seed) {}

    synchronized void volume(String file, Volume volume) {
        volumes.put(file, volume);
    }

    /** The volume asked of a data file, null where it is as it is. */
    synchronized @Nullable Volume volume(String file) {
        return volumes.get(file);
    }

    public synchronized int requests() {
        return requests;
    }
}
