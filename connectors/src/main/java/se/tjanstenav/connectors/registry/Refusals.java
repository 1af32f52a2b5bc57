package se.tjanstenav.connectors.registry;

import java.util.List;
import java.util.Locale;
import se.tjanstenav.connectors.descriptor.Problem;
import se.tjanstenav.connectors.registry.RegistryException.Code;

/** Why the registry refuses, in its own words. */
final class Refusals {

    private Refusals() {}

    static RegistryException unknown(String connector) {
        return new RegistryException(
                Code.UNKNOWN_CONNECTOR, "There is no connector '%s' among yours".formatted(connector));
    }

    static RegistryException unknown(String connector, int number) {
        return new RegistryException(
                Code.UNKNOWN_VERSION, "The connector '%s' has no version %d".formatted(connector, number));
    }

    static RegistryException conflict(String message) {
        return new RegistryException(Code.CONFLICT, message);
    }

    static RegistryException notAllowed(String message) {
        return new RegistryException(Code.NOT_ALLOWED, message);
    }

    static RegistryException stale() {
        return new RegistryException(
                Code.STALE, "The connector's state has changed since you read it; read it again and decide anew");
    }

    static RegistryException neverActive() {
        return conflict("No version of the connector has ever been active, so there is nothing to pause or resume;"
                + " activate an approved version");
    }

    static RegistryException full(String owner, int most, String things) {
        return conflict("The %s has %d %s, which is as many as it can have".formatted(owner, most, things));
    }

    static RegistryException taken(String id) {
        return conflict(("The connector id '%s' is taken. If the connector is yours, post the text to"
                        + " /registry/v1/connectors/%s/versions; else choose another id")
                .formatted(id, id));
    }

    static RegistryException invalid(String message, List<Problem> problems) {
        return new RegistryException(Code.INVALID_DESCRIPTOR, message, problems);
    }

    /** The text is a descriptor, but one that does not belong where it was posted. */
    static RegistryException misplaced(String pointer, String problem, String remedy) {
        return invalid(
                "The descriptor does not belong here: %s. Nothing was stored".formatted(problem),
                List.of(new Problem(pointer, 0, 0, problem, remedy)));
    }

    static RegistryException notYet(ConnectorVersion version, VersionStatus wanted) {
        String way =
                switch (wanted) {
                    case VALIDATED -> "A validated version can be approved";
                    case RETIRED ->
                        "A version that was active before can be rolled back to; an approved one is activated";
                    default -> "An approved version can be activated; one that was active before is rolled back to";
                };
        String status = version.status().name().toLowerCase(Locale.ROOT);
        return conflict("%s. Version %d is %s".formatted(way, version.number(), status));
    }
}
