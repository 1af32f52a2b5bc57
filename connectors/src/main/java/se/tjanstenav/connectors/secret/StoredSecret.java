package se.tjanstenav.connectors.secret;

import java.time.Instant;
import se.tjanstenav.catalog.model.AgencyId;

/**
 * What may be told of a stored secret: everything but its value, and nothing derived from that.
 *
 * @param agency whose connector it is
 * @param keyId the key it is encrypted with
 */
public record StoredSecret(SecretSlot slot, AgencyId agency, String keyId, String setBy, Instant setAt) {}
