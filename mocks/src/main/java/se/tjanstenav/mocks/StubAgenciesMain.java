package se.tjanstenav.mocks;

import java.io.IOException;
import java.nio.file.Path;
import se.tjanstenav.mocks.web.AdminServer;
import se.tjanstenav.mocks.web.AgencyStatus;
import se.tjanstenav.mocks.web.StatusTable;

/**
 * Runs every stub agency on its fixed port until the process ends. Arguments, both optional: the folder that keeps the
 * authority's certificate and the secrets, as {@link StubAgencies.Builder#folder} tells, {@code data/stubs} unless given, and
 * the file to serve as Finland's national catalogue.
 */
public final class StubAgenciesMain {

    /** Where agencies can be stopped, started and made to fail while they run. */
    public static final int ADMIN_PORT = 9440;

    private StubAgenciesMain() {}

    /** Returns when all agencies run; they go on until the process ends. */
    public static void main(String[] arguments) throws IOException {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "se/tjanstenav/mocks/logback.xml");
        }
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "data/stubs");
        Path national = Path.of(arguments.length > 1 ? arguments[1] : "../shared/data/ptv/gd.json");
        run(folder, national);
    }

    /** Starts the agencies and their admin address, and tells on standard output where they are. */
    public static StubAgencies run(Path folder, Path national) throws IOException {
        StubAgencies agencies = StubAgencies.builder()
                .demoPorts()
                .folder(folder)
                .nationalCatalogue(national)
                .start();
        AdminServer admin = admin(agencies, folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            admin.close();
            agencies.close();
        }));
        System.out.println(StatusTable.of(AgencyStatus.all(agencies.all(), folder)));
        System.out.println("Look at them and make them fail: http://127.0.0.1:" + admin.port()
                + "/   or: curl -X POST http://127.0.0.1:" + admin.port() + "/agencies/skatteverket/stop");
        return agencies;
    }

    private static AdminServer admin(StubAgencies agencies, Path folder) throws IOException {
        try {
            return new AdminServer(agencies.all(), folder, ADMIN_PORT);
        } catch (IOException e) {
            agencies.close();
            throw new IOException(
                    "Cannot listen on 127.0.0.1:" + ADMIN_PORT
                            + ", the admin address; is the port taken by another run?",
                    e);
        }
    }
}
