package se.tjanstenav.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.tjanstenav.catalog.model.Conflict;
import se.tjanstenav.catalog.model.ServiceKey;

/**
 * Which service another one is the same as. A service that its competent authority speaks of is given up by that
 * authority alone; of any other, whoever may speak of it and of the target can say so.
 */
public final class SameAs {

    private SameAs() {}

    /**
     * The service that what is said of one by its own key belongs to, where that is another.
     *
     * @param contributions all those that name the key themselves
     */
    public static Optional<ServiceKey> target(ServiceKey key, Collection<Contributed> contributions) {
        List<Ranked> ranked = Ranked.of(key, contributions);
        return ranked.stream()
                .filter(candidate -> candidate.competent() || !isSpokenOfByItsAuthority(ranked))
                .flatMap(candidate -> Stream.ofNullable(candidate.contribution().sameAs()))
                .findFirst();
    }

    /**
     * Where a chain of such statements ends; the least of those that go round in a circle.
     *
     * @param links from service to target
     */
    public static String end(String service, Map<String, String> links) {
        List<String> path = new ArrayList<>();
        String at = service;
        while (links.containsKey(at) && !path.contains(at)) {
            path.add(at);
            at = links.get(at);
        }
        return path.contains(at) ? Collections.min(path.subList(path.indexOf(at), path.size())) : at;
    }

    /** The statements about the service that have joined it with nothing. */
    static List<Conflict> refused(List<Ranked> ranked) {
        return ranked.stream()
                .filter(Ranked::ownCode)
                .filter(candidate -> {
                    ServiceKey wanted = candidate.contribution().sameAs();
                    return wanted != null
                            && ranked.stream()
                                    .noneMatch(other ->
                                            other.contribution().service().equals(wanted));
                })
                .map(candidate -> candidate.conflict(Conflict.Reason.SAME_AS_REFUSED, List.of("/sameAs")))
                .toList();
    }

    private static boolean isSpokenOfByItsAuthority(List<Ranked> ranked) {
        return !ranked.isEmpty() && ranked.get(0).competent();
    }
}
