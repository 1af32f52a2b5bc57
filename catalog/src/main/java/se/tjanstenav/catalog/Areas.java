package se.tjanstenav.catalog;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Coverage;

/**
 * Where services apply, as codes by which they are found: {@code SE} for the whole country, {@code SE-24} for a county and
 * {@code SE-2482} for a municipality, by the codes of Statistics Sweden (SCB).
 */
public final class Areas {

    /** Stands for a coverage that nobody has told. */
    static final String UNKNOWN = "unknown";

    private static final String SWEDEN = "SE";
    private static final int COUNTY_DIGITS = 2;
    private static final Pattern MUNICIPALITY = Pattern.compile("(0[13456789]|1[0234789]|2[0-5])\\d{2}");

    private Areas() {}

    /** Each area that the coverage consists of; a county counts as a whole where none of its municipalities is named. */
    public static Set<String> of(@Nullable Coverage coverage) {
        if (coverage == null) {
            return Set.of(UNKNOWN);
        }
        Set<String> areas = new TreeSet<>();
        String prefix = coverage.country() + "-";
        coverage.municipalities().forEach(code -> areas.add(prefix + code));
        coverage.counties().stream()
                .filter(county -> coverage.municipalities().stream().noneMatch(code -> code.startsWith(county)))
                .forEach(county -> areas.add(prefix + county));
        return areas.isEmpty() ? Set.of(coverage.country()) : areas;
    }

    /**
     * The areas whose services apply in a municipality of Sweden. Those of unknown coverage are among them: leaving out the
     * service that somebody needs is worse than showing one that may not apply, and a reader is told which they are.
     */
    public static List<String> around(String municipality) {
        return List.of(SWEDEN, SWEDEN + "-" + county(municipality), SWEDEN + "-" + municipality, UNKNOWN);
    }

    /** The code of the county in which a municipality is. */
    public static String county(String municipality) {
        return municipality.substring(0, COUNTY_DIGITS);
    }

    /**
     * Whether it has the form of a municipality's code: four digits, of which the first two are one of the 21 counties'.
     * Which municipalities there are is not asked, since that changes (ADR 102).
     */
    public static boolean isMunicipality(String code) {
        return MUNICIPALITY.matcher(code).matches();
    }
}
