package se.tjanstenav.connectors.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.access.Caller;

/**
 * The connectors that agencies register, and the life of their versions: draft, validated, approved, active, retired.
 * Everything throws {@link RegistryException} where it refuses, and leaves a row in the audit log where it changes
 * something. What a caller may not touch is unknown to them. What a change brings runs after the next refresh of
 * {@link se.tjanstenav.connectors.Connectors}.
 */
public interface Registry {

    /** Registers a connector with its first version; the text tells its id. */
    ConnectorVersion register(byte[] text, TextFormat format, Caller by);

    /** Adds a version. Earlier ones stay as they are. */
    ConnectorVersion addVersion(String connector, byte[] text, TextFormat format, Caller by);

    /** The connectors the caller may touch, ordered by id. */
    Page list(Query query, Caller by);

    RegisteredConnector find(String connector, Caller by);

    /** All versions, newest first. */
    List<ConnectorVersion> versions(String connector, Caller by);

    ConnectorVersion version(String connector, int number, Caller by);

    /** The very text that was posted. */
    String text(String connector, int number, Caller by);

    /** Checks a version with its mapping tests and secrets; a draft without a fault becomes validated, and the reverse. */
    ConnectorVersion validate(String connector, int number, Caller by);

    /** Approves a validated version, as {@link ApprovalPolicy} allows. */
    ConnectorVersion approve(String connector, int number, Caller by);

    /** Makes an approved version the active one, also of a paused connector. */
    RegisteredConnector activate(String connector, int number, @Nullable String seen, Caller by);

    /** Makes a version active again that was so before. */
    RegisteredConnector rollBack(String connector, int number, @Nullable String seen, Caller by);

    /** Stops harvesting; what was published stays. */
    RegisteredConnector pause(String connector, @Nullable String seen, Caller by);

    /**
     * Harvests the active version again.
     *
     * @param seen the {@link RegisteredConnector#stateTag} that the caller has seen, null for whichever
     */
    RegisteredConnector resume(String connector, @Nullable String seen, Caller by);

    /** Removes a connector that was never active. */
    void delete(String connector, Caller by);

    /**
     * Which connectors are wanted.
     *
     * @param agency only those of this agency; null for all
     */
    record Query(@Nullable AgencyId agency, int offset, int limit) {}

    /**
     * Some of the connectors.
     *
     * @param total how many there are in all
     */
    record Page(List<RegisteredConnector> connectors, long total) {

        public Page {
            connectors = List.copyOf(connectors);
        }
    }
}
