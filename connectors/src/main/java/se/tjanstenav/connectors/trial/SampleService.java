package se.tjanstenav.connectors.trial;

import java.util.Collection;
import java.util.stream.Stream;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.connectors.descriptor.FeedSpec;

/** Which service to ask a feed for that is asked for one service at a time. */
public final class SampleService {

    private SampleService() {}

    /** The feed itself, or with a request for a service that it knows, as far as the descriptor or other feeds tell. */
    public static FeedSpec in(FeedSpec feed, Collection<Contribution> others) {
        if (!feed.perService()) {
            return feed;
        }
        Stream<String> named = feed.live() == null ? Stream.empty() : feed.live().services().stream();
        Stream<String> described = others.stream()
                .filter(contribution -> contribution.description() != null)
                .map(contribution -> contribution.service().code());
        return feed.asking(Stream.concat(named, described).findFirst().orElse("unknown"));
    }
}
