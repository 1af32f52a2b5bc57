package se.tjanstenav.mocks.agency;

import java.util.List;
import java.util.Set;
import se.tjanstenav.mocks.Fault;
import se.tjanstenav.mocks.identity.ServerCertificate;

/** An agency with its server, its switches and its data; remembers the port over a stop. */
public final class RunningAgency {

    private final Agency agency;
    private final AgencyFiles files;
    private final Gate gate;
    private final Stub stub;
    private int port;
    private boolean running;
    private ServerCertificate certificate = ServerCertificate.GOOD;

    public RunningAgency(Agency agency, AgencyFiles files, Gate gate, Stub stub, int port) {
        this.agency = agency;
        this.files = files;
        this.gate = gate;
        this.stub = stub;
        this.port = port;
    }

    public synchronized void start() {
        if (!running) {
            gate.open();
            try {
                port = stub.start(port, certificate);
            } catch (RuntimeException e) {
                throw new IllegalStateException(
                        "Cannot start stub agency " + agency.id() + " on port " + port
                                + " (0 = any); is the port taken by another run?",
                        e);
            }
            running = true;
        }
    }

    public synchronized void stop() {
        if (running) {
            gate.close();
            stub.stop();
            running = false;
        }
    }

    /** Sets what goes wrong; another certificate needs the server to start anew, on the same port. */
    public synchronized void fault(Fault fault) {
        gate.fault(fault);
        if (fault == Fault.EXPIRED_TOKEN) {
            stub.expireTokens();
        }
        ServerCertificate wanted = ServerCertificate.with(fault);
        if (wanted != certificate) {
            certificate = wanted;
            if (running) {
                stop();
                start();
            }
        }
    }

    /** Sets how many records a data file has; 0 leaves it as it is. */
    public synchronized void volume(String file, long records, long seed) {
        if (!stub.dataFiles().contains(file)) {
            throw new IllegalArgumentException(
                    "No data file " + file + " at " + agency.id() + "; there are " + stub.dataFiles());
        }
        if (records < 0) {
            throw new IllegalArgumentException(
                    "A volume of " + records + " records; ask for 0, which ends it, or more");
        }
        if (records == 0) {
            gate.endVolume(file);
        } else {
            gate.volume(file, new Gate.Volume(records, seed));
        }
    }

    /** Ends whatever was switched on; a stopped agency starts again. */
    public synchronized void calm() {
        gate.calm();
        fault(Fault.NONE);
        start();
    }

    public synchronized Set<String> dataFiles() {
        return stub.dataFiles();
    }

    public synchronized List<String> unused() {
        return stub.unused();
    }

    public synchronized boolean running() {
        return running;
    }

    public synchronized int port() {
        return port;
    }

    public synchronized List<String> unmatched() {
        return stub.unmatched();
    }

    public Agency agency() {
        return agency;
    }

    public AgencyFiles files() {
        return files;
    }

    public Gate gate() {
        return gate;
    }
}
