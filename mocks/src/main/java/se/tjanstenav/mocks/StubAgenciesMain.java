package se.tjanstenav.mocks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import se.tjanstenav.mocks.web.AdminServer;
import se.tjanstenav.mocks.web.AgencyStatus;
import se.tjanstenav.mocks.web.StatusTable;

/**
 * Runs every stub agency on its fixed port until the process ends. Arguments, both optional: the folder that keeps the
 * authority's certificate and the secrets, as {@link StubAgencies.Builder#folder} tells, {@code data/stubs} unless given, and
 * the file to serve as Finland's national catalogue. With {@value #FREE_PORTS} before them the ports are any free ones, so that
 * a second run may stand beside the first.
 */
public final class StubAgenciesMain {

    /** Where agencies can be stopped, started and made to fail while they run. */
    public static final int ADMIN_PORT = 9440;

    private static final String FREE_PORTS = "--free-ports";

    private StubAgenciesMain() {}

    /** Returns when all agencies run; they go on until the process ends. */
    public static void main(String[] arguments) throws IOException {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "se/tjanstenav/mocks/logback.xml");
        }
        boolean free = arguments.length > 0 && arguments[0].equals(FREE_PORTS);
        List<String> files = List.of(arguments).subList(free ? 1 : 0, arguments.length);
        Path folder = Path.of(files.isEmpty() ? "data/stubs" : files.get(0));
        Path national = Path.of(files.size() > 1 ? files.get(1) : "../shared/data/ptv/gd.json");
        run(folder, national, !free);
    }

    /** Starts the agencies and their admin address, and tells on standard output where they are. */
    public static StubAgencies run(Path folder, Path national) throws IOException {
        return run(folder, national, true);
    }

    private static StubAgencies run(Path folder, Path national, boolean fixedPorts) throws IOException {
        StubAgencies.Builder builder = StubAgencies.builder().folder(folder).nationalCatalogue(national);
        StubAgencies agencies = (fixedPorts ? builder.demoPorts() : builder).start();
        AdminServer admin = admin(agencies, folder, fixedPorts ? ADMIN_PORT : 0);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            admin.close();
            agencies.close();
        }));
        System.out.println(StatusTable.of(AgencyStatus.all(agencies.all(), folder)));
        System.out.println("Look at them and make them fail: http://127.0.0.1:" + admin.port()
                + "/   or: curl -X POST http://127.0.0.1:" + admin.port() + "/agencies/skatteverket/stop");
        return agencies;
    }

    private static AdminServer admin(StubAgencies agencies, Path folder, int port) throws IOException {
        try {
            return new AdminServer(agencies.all(), folder, port);
        } catch (IOException e) {
            agencies.close();
            throw e;
        }
    }
}
