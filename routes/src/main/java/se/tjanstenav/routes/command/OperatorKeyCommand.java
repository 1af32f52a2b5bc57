package se.tjanstenav.routes.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import se.tjanstenav.catalog.CatalogProperties;
import se.tjanstenav.catalog.store.StoreConfiguration;
import se.tjanstenav.connectors.access.AccessKeys;
import se.tjanstenav.connectors.access.KeyGrant;
import se.tjanstenav.connectors.access.NewKey;
import se.tjanstenav.connectors.access.Role;
import se.tjanstenav.connectors.registry.RegistryConfiguration;

/**
 * Makes another operator's key, for whoever has lost theirs. Who may do so is whoever can open the hub's database, which
 * already gives every power over the hub.
 */
@Command(
        name = OperatorKeyCommand.NAME,
        sortOptions = false,
        description = {
            "Makes an operator's key in the hub's database and writes it to the standard output, alone.",
            "The settings of the hub hold: environment, ./config/application.yaml, and --tjanstenav.… after the command."
        },
        footer = {"", "Exit code 0: made. 2: wrong usage, or the database cannot be opened. The hub may be running."})
final class OperatorKeyCommand implements Callable<Integer> {

    static final String NAME = "operator-key";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--title", paramLabel = "TEXT", description = "Whose key it is (default: Operator).")
    private String title = "Operator";

    @Option(names = "--help", usageHelp = true, description = "Show this and end.")
    private boolean help;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        settings.stream()
                .filter(setting -> !setting.matches("--[a-z0-9-]+\\.[^=]+=.*"))
                .findFirst()
                .ifPresent(strange -> {
                    throw new ParameterException(
                            command.commandLine(),
                            "Unknown argument '%s'; settings look like --a.b=c".formatted(strange));
                });
        NewKey made = make(new KeyGrant(title, Role.OPERATOR, null, null));
        PrintWriter err = command.commandLine().getErr();
        err.printf(
                "Key %s of an operator, shown this once; revoke a lost one by its id:%n",
                made.key().id());
        command.commandLine().getOut().println(made.text());
        return 0;
    }

    private NewKey make(KeyGrant grant) {
        SpringApplication application = new SpringApplication(Database.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.setRegisterShutdownHook(false);
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        try (ConfigurableApplicationContext context = application.run(settings.toArray(String[]::new))) {
            return context.getBean(AccessKeys.class).create(grant, "command " + NAME);
        } catch (BeansException e) {
            throw new IllegalStateException(
                    "The hub's database cannot be opened; give the same tjanstenav.catalog settings as the hub has. "
                            + NestedExceptionUtils.getMostSpecificCause(e).getMessage(),
                    e);
        }
    }

    /** The database and the keys in it, and nothing else of the hub. */
    @EnableConfigurationProperties(CatalogProperties.class)
    @Import({StoreConfiguration.class, RegistryConfiguration.class})
    static class Database {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
