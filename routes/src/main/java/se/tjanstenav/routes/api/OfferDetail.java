package se.tjanstenav.routes.api;

import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Offer;

/** Whether the service is offered at present, and why not. */
record OfferDetail(Offer.State state, Wording.@Nullable Text why) {

    static OfferDetail of(Offer offer, Languages languages) {
        return new OfferDetail(offer.state(), offer.why() == null ? null : Wording.Text.of(languages, offer.why()));
    }
}
