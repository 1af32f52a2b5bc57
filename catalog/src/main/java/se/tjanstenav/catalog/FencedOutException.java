package se.tjanstenav.catalog;

import se.tjanstenav.catalog.model.FeedId;

/** A run wanted to publish after another run of the same feed had taken its place. */
public final class FencedOutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FencedOutException(FeedId feed) {
        super("Another run of feed " + feed + " has begun, so this one may no longer publish");
    }
}
