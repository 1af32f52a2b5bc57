package se.tjanstenav.routes.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.tjanstenav.connectors.access.AccessKeys;
import se.tjanstenav.connectors.access.NewKey;

/** Makes an operator's key when a hub starts for the first time, and shows it once; no later start can. */
@Component
class FirstOperatorKey {

    /** A logger of its own, so that an operator can send this one line elsewhere, or switch it off. */
    private static final Logger log = LoggerFactory.getLogger("tjanstenav.operator-key");

    private final AccessKeys keys;
    private final AccessProperties properties;

    FirstOperatorKey(AccessKeys keys, AccessProperties properties) {
        this.keys = keys;
        this.properties = properties;
    }

    /** A key that cannot be shown is not made. */
    @EventListener(ApplicationReadyEvent.class)
    void makeAndShow() {
        if (properties.firstKey() && log.isInfoEnabled()) {
            keys.createFirst("First operator key", "hub").ifPresent(FirstOperatorKey::show);
        }
    }

    private static void show(NewKey made) {
        log.info("""
                The operator's key of this hub, shown this once; keep it as you keep a password:

                    {}

                Send it as 'Authorization: Bearer tjn_…' to /registry/v1. If it is lost: java -jar tjanstenav.jar operator-key
                """, made.text());
    }
}
