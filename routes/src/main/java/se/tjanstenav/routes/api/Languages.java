package se.tjanstenav.routes.api;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The languages a reader prefers, best first, among those a Swedish catalogue may hold: Swedish, English and the
 * national minority languages (Lag (2009:724) om nationella minoriteter och minoritetsspråk 2 §, with the Sami
 * languages apart).
 *
 * @param preferred at most three language tags; Swedish where the reader has said nothing usable
 */
record Languages(List<String> preferred) {

    static final List<String> SUPPORTED = List.of("sv", "en", "fi", "fit", "rom", "se", "sma", "smj", "yi");

    private static final int MOST = 3;

    /**
     * @param chosen the {@code language} parameter, already checked; it wins over the header
     * @param acceptLanguage the header as sent; one that cannot be read counts as none
     */
    static Languages of(Optional<String> chosen, @Nullable String acceptLanguage) {
        List<String> preferred = Stream.concat(chosen.stream(), ranges(acceptLanguage))
                .filter(SUPPORTED::contains)
                .distinct()
                .limit(MOST)
                .toList();
        return new Languages(preferred.isEmpty() ? List.of("sv") : preferred);
    }

    String first() {
        return preferred.get(0);
    }

    /** Names the variant of an answer in the cache. */
    String variant() {
        return String.join(",", preferred);
    }

    private static Stream<String> ranges(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Stream.empty();
        }
        try {
            return LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage());
        } catch (IllegalArgumentException unreadable) {
            return Stream.empty();
        }
    }
}
