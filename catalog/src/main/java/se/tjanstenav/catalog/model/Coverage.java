package se.tjanstenav.catalog.model;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a service applies (CPSV-AP {@code dct:spatial}).
 *
 * @param country ISO 3166-1 alpha-2, such as {@code SE}
 * @param counties two-digit county codes of Statistics Sweden (SCB); empty means the whole country
 * @param municipalities four-digit municipality codes of SCB; empty means the whole of the counties
 */
public record Coverage(String country, List<String> counties, List<String> municipalities) {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern COUNTY = Pattern.compile("\\d{2}");
    private static final Pattern MUNICIPALITY = Pattern.compile("\\d{3,4}");

    public Coverage(String country, @Nullable List<String> counties, @Nullable List<String> municipalities) {
        this.country = Constraints.matching(country, "country", COUNTRY, "two capital letters (ISO 3166-1)");
        this.counties = Constraints.list(counties, "counties", 100);
        this.municipalities = Constraints.list(municipalities, "municipalities", 1000);
        this.counties.forEach(code -> Constraints.matching(code, "county", COUNTY, "two digits"));
        this.municipalities.forEach(
                code -> Constraints.matching(code, "municipality", MUNICIPALITY, "three or four digits"));
    }
}
