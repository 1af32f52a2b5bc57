package se.tjanstenav.routes.registry;

import java.time.Instant;
import java.util.Map;
import se.tjanstenav.connectors.secret.StoredSecret;
import se.tjanstenav.routes.http.Link;

/**
 * What is told of a secret, which is never its value nor anything derived from it.
 *
 * @param field the field of the descriptor that may use it
 * @param keyId the operator's key that it is encrypted with
 */
record SecretDetail(
        String name,
        String connector,
        String agency,
        String field,
        String keyId,
        Instant setAt,
        String setBy,
        Map<String, Link> links) {

    static SecretDetail of(StoredSecret secret, String linkBase) {
        return new SecretDetail(
                secret.slot().name(),
                secret.slot().connector(),
                secret.agency().value(),
                secret.slot().field().pointer(),
                secret.keyId(),
                secret.setAt(),
                secret.setBy(),
                Map.of("self", Link.to(linkBase + "/" + secret.slot().name(), "self")));
    }
}
