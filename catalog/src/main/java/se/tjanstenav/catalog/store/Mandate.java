package se.tjanstenav.catalog.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.tjanstenav.catalog.FeedRegistration;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.ServiceKey;

/**
 * What the records of a feed may speak of.
 *
 * @param agency the agency that runs the feed
 * @param authorities the agencies whose services it may describe, its own among them
 * @param concepts how the codes of the concepts begin that it may define
 */
record Mandate(AgencyId agency, Set<AgencyId> authorities, List<String> concepts) {

    Mandate {
        authorities = Set.copyOf(authorities);
        concepts = List.copyOf(concepts);
    }

    static Mandate of(FeedRegistration feed) {
        return new Mandate(
                feed.agency().id(),
                Stream.concat(Stream.of(feed.agency()), feed.speaksFor().stream())
                        .map(Agency::id)
                        .collect(Collectors.toUnmodifiableSet()),
                feed.definesConcepts());
    }

    /** Why the feed may not say what the contribution says, where it may not. */
    Optional<Refusal> refusal(Contribution contribution) {
        AgencyId authority = contribution.service().authority();
        if (!authorities.contains(authority)) {
            return refusal(
                    "FOREIGN_AUTHORITY",
                    "The feed is not registered to speak for %s; add the agency to those it speaks for",
                    authority);
        }
        ServiceKey sameAs = contribution.sameAs();
        if (sameAs != null && !authorities.contains(sameAs.authority())) {
            return refusal(
                    "FOREIGN_SAME_AS",
                    "The feed is not registered to speak for %s, so it cannot say that a service is the same as one of"
                            + " theirs; add the agency to those it speaks for, or leave sameAs out",
                    sameAs.authority());
        }
        String concept = contribution.definesConcept();
        if (concept != null && !(authority.equals(agency) && concepts.stream().anyMatch(concept::startsWith))) {
            return refusal(
                    "FOREIGN_CONCEPT",
                    "The feed is not registered to define the concept %s by a service of its own agency; add the"
                            + " beginning of the code to those it defines, or leave definesConcept out",
                    concept);
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusal(String code, String detail, Object subject) {
        return Optional.of(new Refusal(code, detail.formatted(subject)));
    }

    /** Why a record is not taken. */
    record Refusal(String code, String detail) {}
}
