package se.tjanstenav.routes.api;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Accessibility;

/**
 * What makes a channel usable for people with disabilities.
 *
 * @param features what there is; an absent one is not known not to be there
 * @param statement the accessibility statement of a web site
 */
record AccessibilityDetail(
        Set<Accessibility.Feature> features,
        Wording.@Nullable Text description,
        @Nullable URI statement) {

    static @Nullable AccessibilityDetail of(@Nullable Accessibility accessibility, Languages languages) {
        return accessibility == null
                ? null
                : new AccessibilityDetail(
                        accessibility.features(),
                        Wording.Text.optional(languages, accessibility.description()),
                        accessibility.statement());
    }
}
