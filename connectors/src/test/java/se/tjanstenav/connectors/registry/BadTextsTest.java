package se.tjanstenav.connectors.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.access.Role;
import se.tjanstenav.connectors.registry.RegistryException.Code;

/** Texts that are no descriptors, or mean harm: each is refused in plain words, and nothing of it is stored. */
class BadTextsTest {

    private static final Caller ANNA = new Caller("Anna (k1)", Role.AGENCY, new AgencyId("ekbyn"));

    @TempDir
    private Path folder;

    private RegistryDatabase database;

    @BeforeEach
    void open() {
        database = RegistryDatabase.sqlite(folder, Clock.systemUTC(), Map.of());
    }

    @AfterEach
    void close() {
        database.close();
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("nothing", new byte[0], TextFormat.YAML, "0 YAML documents"),
                arguments("blanks", Texts.bytes("  \n"), TextFormat.YAML, "0 YAML documents"),
                arguments("a scalar", Texts.bytes("hello"), TextFormat.YAML, "object"),
                arguments(
                        "not UTF-8",
                        Texts.EKBYN.replace("Ekbyns", "Ekbÿns").getBytes(StandardCharsets.ISO_8859_1),
                        TextFormat.YAML,
                        "not UTF-8"),
                arguments("UTF-16", Texts.EKBYN.getBytes(StandardCharsets.UTF_16), TextFormat.YAML, "not UTF-8"),
                arguments("half a character", new byte[] {'a', ':', ' ', (byte) 0xC3}, TextFormat.YAML, "not UTF-8"),
                arguments(
                        "a NUL",
                        Texts.bytes(Texts.EKBYN.replace("Ekbyns", "Ek\0byns")),
                        TextFormat.YAML,
                        "cannot be read"),
                arguments(
                        "a raw escape",
                        Texts.bytes(Texts.EKBYN.replace("Ekbyns", "\u001b[31m")),
                        TextFormat.YAML,
                        "cannot be read"),
                arguments(
                        "an escaped control character",
                        Texts.bytes(Texts.EKBYN.replace("Ekbyns kommun", "\"Ek\\x07byn\"")),
                        TextFormat.YAML,
                        "U\\+0007"),
                arguments(
                        "an escaped carriage return",
                        Texts.bytes(Texts.EKBYN.replace("Ekbyns kommun", "\"Ek\\r\\nbyn\"")),
                        TextFormat.YAML,
                        "U\\+000D"),
                arguments(
                        "a duplicate key",
                        Texts.bytes(Texts.EKBYN.replace("kind: Connector", "kind: Connector\nkind: Connector")),
                        TextFormat.YAML,
                        "given twice"),
                arguments(
                        "an unknown keyword",
                        Texts.bytes(Texts.EKBYN.replace("egress:", "egres:")),
                        TextFormat.YAML,
                        "Did you mean 'egress'"),
                arguments(
                        "two documents",
                        Texts.bytes(Texts.EKBYN + "---\n" + Texts.EKBYN),
                        TextFormat.YAML,
                        "2 YAML documents"),
                arguments(
                        "a tag",
                        Texts.bytes(Texts.EKBYN.replace("Ekbyns kommun", "!!java.lang.String x")),
                        TextFormat.YAML,
                        "tag"),
                arguments("a bomb of aliases", Texts.bytes(bomb()), TextFormat.YAML, "aliases"),
                arguments(
                        "an alias to itself",
                        Texts.bytes("a: &a [*a]"),
                        TextFormat.YAML,
                        "cannot be read|malformed|nested"),
                arguments(
                        "deep nesting",
                        Texts.bytes("[".repeat(20_000)),
                        TextFormat.YAML,
                        "cannot be read|malformed|nested"),
                arguments("deep JSON", Texts.bytes("[".repeat(20_000) + "]".repeat(20_000)), TextFormat.JSON, "JSON"),
                arguments(
                        "a merge key",
                        Texts.bytes("x: &x {kind: Connector}\n<<: *x\n" + Texts.EKBYN),
                        TextFormat.YAML,
                        "not a keyword"),
                arguments("YAML as JSON", Texts.ekbyn(), TextFormat.JSON, "JSON is malformed"),
                arguments(
                        "a JSON duplicate",
                        Texts.bytes("{\"kind\": \"Connector\", \"kind\": \"Connector\"}"),
                        TextFormat.JSON,
                        "kind"),
                arguments("two JSON values", Texts.bytes("{} {}"), TextFormat.JSON, "JSON is malformed"),
                arguments(
                        "a broken mapping",
                        Texts.bytes(Texts.EKBYN.replace("{'code': id,", "{'code': ,")),
                        TextFormat.YAML,
                        "mapping"),
                arguments(
                        "an id that is none",
                        Texts.bytes(Texts.EKBYN.replace("id: ekbyn,", "id: ../../etc,")),
                        TextFormat.YAML,
                        "id"));
    }

    private static String bomb() {
        StringBuilder text = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 20; i++) {
            text.append("a%1$d: &a%1$d [*a%2$d,*a%2$d,*a%2$d,*a%2$d,*a%2$d,*a%2$d,*a%2$d,*a%2$d,*a%2$d]\n"
                    .formatted(i, i - 1));
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void isRefusedAndNotStored(String name, byte[] text, TextFormat format, String told) {
        Registry registry = database.bean(Registry.class);

        RegistryException refusal = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> catchThrowableOfType(RegistryException.class, () -> registry.register(text, format, ANNA)));

        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(Code.INVALID_DESCRIPTOR);
        assertThat(refusal.faults()).isNotEmpty();
        assertThat(refusal.faults().toString() + refusal.getMessage()).containsPattern("(?i)" + told);
        assertNothingStored();
    }

    @ParameterizedTest
    @MethodSource("tooLarge")
    void oneThatIsTooLargeIsNotEvenRead(byte[] text) {
        RegistryException refusal = catchThrowableOfType(
                RegistryException.class, () -> database.bean(Registry.class).register(text, TextFormat.YAML, ANNA));

        assertThat(refusal.code()).isEqualTo(Code.TOO_LARGE);
        assertThat(refusal).hasMessageContaining("512 KiB");
        assertNothingStored();
    }

    static Stream<byte[]> tooLarge() {
        return Stream.of(
                Texts.bytes(Texts.EKBYN + "#".repeat(512 * 1024)), Texts.bytes("[" + "1,".repeat(400_000) + "1]"));
    }

    private void assertNothingStored() {
        assertThat(database.count("connector")).isZero();
        assertThat(database.count("connector_version")).isZero();
        assertThat(database.count("audit")).isZero();
    }
}
