package se.tjanstenav.mocks;

import java.time.Duration;

/** The switches of one agency, which every request passes before it is answered: count, hold, fault. */
final class Gate {

    private Fault fault = Fault.NONE;
    private boolean held;
    private boolean open = true;
    private int requests;

    /** Counts a request and keeps it waiting while the agency is held; returns at once when the agency is stopped. */
    synchronized void pass() throws InterruptedException {
        requests++;
        while (held && open) {
            wait();
        }
    }

    /** Waits for the given time, or until the agency is stopped; tells whether to go on. */
    synchronized boolean pause(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toMillis(); open && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return open;
    }

    synchronized void hold() {
        held = true;
    }

    synchronized void release() {
        held = false;
        notifyAll();
    }

    synchronized void open() {
        open = true;
    }

    synchronized void close() {
        open = false;
        notifyAll();
    }

    synchronized void fault(Fault newFault) {
        fault = newFault;
    }

    synchronized Fault fault() {
        return fault;
    }

    synchronized int requests() {
        return requests;
    }
}
