package se.tjanstenav.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The TypeScript client is made from the committed contract and used against a hub, by the commands of its README. */
@ExtendWith(FederatedHub.class)
class TypeScriptClientIT {

    private static final Path CLIENT = Path.of("../clients/typescript");

    @Test
    void isMadeFromTheContractAndFindsServices(HubClient hub) throws Exception {
        assumeTrue(npmIsThere(), "npm is not on the path; install Node 20 or newer to try the TypeScript client");

        run(List.of("npm", "ci", "--no-audit", "--no-fund"), Map.of());
        String told = run(List.of("npm", "test"), Map.of("HUB_URL", hub.root()));

        assertThat(told).contains("pass 3", "fail 0");
    }

    private static boolean npmIsThere() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "npm")));
    }

    private static String run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(CLIENT.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("%s%n%s", String.join(" ", command), told)
                .isZero();
        return told;
    }
}
