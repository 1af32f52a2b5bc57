package se.tjanstenav.mocks.record;

import java.io.IOException;
import java.io.PrintStream;
import java.security.GeneralSecurityException;

/**
 * Records one address of an agency into the folder of a stub, with secrets and personal numbers masked; run without arguments
 * to see how.
 */
public final class StubRecorderMain {

    private StubRecorderMain() {}

    public static void main(String[] arguments) {
        // Without a configuration the HTTP client would log every header it sends, secrets included.
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "se/tjanstenav/mocks/logback.xml");
        }
        System.exit(run(System.out, arguments));
    }

    /** Returns 0 when recorded, 1 when the endpoint did not answer as it must, 2 when the arguments are wrong. */
    public static int run(PrintStream out, String... arguments) {
        try {
            StubRecorder.Report report = new StubRecorder(Order.parse(arguments)).record();
            report.files().forEach(file -> out.println("wrote " + file));
            out.println(
                    report.feed()
                            ? report.records() + " records of " + report.pages() + " page(s)"
                            : "No list of records found; the answer is kept as one piece");
            out.println("Secrets, personal numbers and what is labelled as a person's address or telephone are masked. "
                    + "Names and free text are not: read the files before you give them away, and set agency.json's "
                    + "name, demoPort and protection.");
            return 0;
        } catch (RecordingException | IOException | GeneralSecurityException e) {
            out.println("Not recorded: " + e.getMessage());
            return 1;
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage() + "\n" + Order.USAGE);
            return 2;
        }
    }
}
