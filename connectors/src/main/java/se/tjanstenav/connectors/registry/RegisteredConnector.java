package se.tjanstenav.connectors.registry;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.AgencyId;

/**
 * A connector that an agency has registered.
 *
 * @param newestVersion the number of the version posted last
 * @param activeVersion the number of the version that runs, or is to run again after a pause; null if none ever was
 * @param activatedAt when that version became active
 */
public record RegisteredConnector(
        String id,
        AgencyId agency,
        ConnectorState state,
        int newestVersion,
        @Nullable Integer activeVersion,
        @Nullable Instant activatedAt,
        Instant registeredAt) {

    /** Another text whenever the state is another one, so that nobody overwrites what they have not seen. */
    public String stateTag() {
        long activated = activatedAt == null ? 0 : activatedAt.toEpochMilli();
        return "%s-%d-%s"
                .formatted(state.name(), activeVersion == null ? 0 : activeVersion, Long.toString(activated, 36))
                .toLowerCase(Locale.ROOT);
    }
}
