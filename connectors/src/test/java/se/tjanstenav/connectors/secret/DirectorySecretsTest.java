package se.tjanstenav.connectors.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.connectors.fault.SourceException;

class DirectorySecretsTest {

    @TempDir
    private Path directory;

    @Test
    void dropsOneLineEndAndNeverPrintsItself() throws IOException {
        Files.writeString(directory.resolve("key"), "open sesame\n");
        Secret secret = new DirectorySecrets(directory).read("key");
        assertThat(secret.reveal()).isEqualTo("open sesame");
        assertThat(secret).hasToString("***");
    }

    @Test
    void readsARotatedSecretAndMasksTheOldOneToo() throws IOException {
        DirectorySecrets secrets = new DirectorySecrets(directory);
        Files.writeString(directory.resolve("key"), "first-value");
        secrets.read("key");
        Files.writeString(directory.resolve("key"), "second-value");
        assertThat(secrets.read("key").reveal()).isEqualTo("second-value");
        assertThat(secrets.mask("first-value, second-value")).isEqualTo("***, ***");
    }

    @Test
    void staysInItsDirectory() throws IOException {
        Files.writeString(directory.resolve("outside"), "x");
        Path inner = Files.createDirectory(directory.resolve("inner"));
        DirectorySecrets secrets = new DirectorySecrets(inner);
        assertThat(secrets.has("../outside", SecretField.API_KEY)).isFalse();
        assertThatThrownBy(() -> secrets.read("../outside")).isInstanceOf(SourceException.class);
    }

    @Test
    void remembersOnlyTheLatestValuesOfOneOrigin() {
        DirectorySecrets secrets = new DirectorySecrets(directory);
        for (int i = 0; i < 10_000; i++) {
            secrets.alsoMask("token", "token-number-%05d".formatted(i));
        }
        assertThat(secrets.mask("token-number-09999 token-number-09996")).isEqualTo("*** ***");
        assertThat(secrets.mask("token-number-00000")).isEqualTo("token-number-00000");
    }
}
