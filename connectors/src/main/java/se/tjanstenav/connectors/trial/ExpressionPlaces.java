package se.tjanstenav.connectors.trial;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Reject.Stage;
import se.tjanstenav.connectors.descriptor.DescriptorReader.Places;
import se.tjanstenav.connectors.descriptor.Place;

/** Where in a descriptor to look when a record of one of its feeds cannot be used. */
final class ExpressionPlaces {

    private final Places places;
    private final String feed;

    ExpressionPlaces(Places places, int feed) {
        this.places = places;
        this.feed = "/spec/feeds/" + feed;
    }

    Optional<Place> of(Stage stage, @Nullable Integer position) {
        String expression = feed + "/mapping/expression";
        Place place =
                switch (stage) {
                    case PARSE -> places.of(feed + "/response/id");
                    case MAP, CHECK -> position == null ? places.of(expression) : places.of(expression, position);
                    case STAGE -> Place.UNKNOWN;
                };
        return Optional.of(place).filter(known -> known.line() > 0);
    }
}
