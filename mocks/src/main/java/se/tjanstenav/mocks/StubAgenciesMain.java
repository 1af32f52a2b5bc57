package se.tjanstenav.mocks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

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
        Runtime.getRuntime().addShutdownHook(new Thread(agencies::close));
        AdminServer admin = new AdminServer(agencies, ADMIN_PORT);
        System.out.println(table(agencies, folder));
        System.out.println("Make an agency fail: curl -X POST http://127.0.0.1:" + admin.port()
                + "/agencies/skatteverket/stop   (GET / lists them)");
        return agencies;
    }

    private static String table(StubAgencies agencies, Path folder) {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(Locale.ROOT, "Stub agencies (all data invented), trust %s%n", folder.resolve("ca.pem")));
        for (RunningAgency each : agencies.all()) {
            Agency agency = each.agency();
            text.append(String.format(
                    Locale.ROOT,
                    "  %-18s 127.0.0.1:%d  https://%s%s%s%s%n",
                    agency.id(),
                    each.port(),
                    agency.host(),
                    agency.path(),
                    agency.soap() == null ? "" : "?wsdl",
                    agency.secret() == null ? "" : "  credentials " + folder.resolve(agency.secret())));
        }
        return text.toString().stripTrailing();
    }
}
