package se.tjanstenav.catalog;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import se.tjanstenav.catalog.model.Conflict;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.FieldGroup;
import se.tjanstenav.catalog.model.Provenance;
import se.tjanstenav.catalog.model.ServiceKey;

/**
 * A contribution to one service, with what decides how much it weighs there.
 *
 * @param competent whether the service's competent authority makes it
 * @param ownCode whether it speaks of the service by the service's own code, and not by one that is the same service
 */
record Ranked(Contributed contributed, boolean competent, boolean ownCode) {

    /** The competent authority before everybody else; feed and record settle the rest, so that no two tie. */
    private static final Comparator<Ranked> PRECEDENCE = comparing(Ranked::competent)
            .thenComparing(Ranked::ownCode)
            .reversed()
            .thenComparing(Ranked::feed)
            .thenComparing(ranked -> ranked.contribution().externalId());

    /** All contributions to the service, those that win first. */
    static List<Ranked> of(ServiceKey key, Collection<Contributed> contributions) {
        return contributions.stream()
                .map(contributed -> new Ranked(
                        contributed,
                        contributed.agency().equals(key.authority()),
                        contributed.contribution().service().equals(key)))
                .sorted(PRECEDENCE)
                .toList();
    }

    FeedId feed() {
        return contributed.feed();
    }

    Contribution contribution() {
        return contributed.contribution();
    }

    /** That this one lost to the other. */
    Conflict lostTo(Ranked winner, List<String> fields) {
        return conflict(reason(winner), fields);
    }

    Conflict conflict(Conflict.Reason reason, List<String> fields) {
        return new Conflict(feed(), contributed.agency(), contribution().externalId(), reason, fields);
    }

    private Conflict.Reason reason(Ranked winner) {
        if (competent != winner.competent) {
            return Conflict.Reason.COMPETENT_AUTHORITY;
        }
        if (ownCode != winner.ownCode) {
            return Conflict.Reason.OWN_CODE;
        }
        return feed().equals(winner.feed()) ? Conflict.Reason.RECORD_ORDER : Conflict.Reason.FEED_ORDER;
    }

    Provenance provenance(FieldGroup group, List<Conflict> conflicts, List<String> inherited) {
        return new Provenance(
                group,
                feed(),
                contributed.agency(),
                competent,
                contributed.retrievedAt(),
                contribution().changedAt(),
                contributed.warnings(),
                conflicts,
                inherited);
    }
}
