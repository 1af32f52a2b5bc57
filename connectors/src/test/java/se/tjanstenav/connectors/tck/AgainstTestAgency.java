package se.tjanstenav.connectors.tck;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Gives every test a {@link TestAgency} of its own; the certificate, which is slow to make, serves a whole class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AgainstTestAgency {

    TestCertificate certificate;
    TestAgency agency;

    @BeforeAll
    void makeCertificate(@TempDir Path certificates) {
        certificate = TestCertificate.of(TestAgency.HOST, certificates);
    }

    @BeforeEach
    void start(@TempDir Path directory) {
        agency = new TestAgency(certificate, directory);
    }

    @AfterEach
    void stop() {
        agency.close();
    }
}
