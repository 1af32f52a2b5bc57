package se.tjanstenav.catalog.model;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A way to reach a service (CPSV-AP {@code cv:Channel}, by {@code cv:hasChannel}), with its contact point ({@code
 * cv:ContactPoint}). Where it has processing times of its own, those name its type.
 *
 * @param name such as the office's name; of social media the platform's
 * @param url where it starts on the web, http or https; of social media the agency's account
 * @param phone as people dial it, such as {@code 0771-567 567} ({@code cv:telephone})
 * @param municipality in which one goes to it, by the four-digit code of Statistics Sweden (SCB); null where one goes
 *     nowhere, or no source tells ({@code dct:spatial})
 * @param openingHours when it is open as a rule ({@code cv:openingHours})
 * @param languages languages spoken there, BCP 47
 * @param description when and how to use it ({@code dct:description})
 * @param ownedBy the agency that runs it, where that is not the competent authority ({@code cv:ownedBy})
 * @param restriction when it is closed nevertheless, in words ({@code cv:availabilityRestriction})
 */
public record Channel(
        ChannelType type,
        @Nullable LocalizedText name,
        @Nullable URI url,
        @Nullable String phone,
        @Nullable String email,
        @Nullable LocalizedText address,
        @Nullable String municipality,
        List<OpeningHours> openingHours,
        List<String> languages,
        @Nullable LocalizedText description,
        @Nullable Accessibility accessibility,
        @Nullable AgencyId ownedBy,
        @Nullable LocalizedText restriction) {

    private static final Pattern MUNICIPALITY = Pattern.compile("\\d{4}");

    public Channel(
            ChannelType type,
            @Nullable LocalizedText name,
            @Nullable URI url,
            @Nullable String phone,
            @Nullable String email,
            @Nullable LocalizedText address,
            @Nullable String municipality,
            @Nullable List<OpeningHours> openingHours,
            @Nullable List<String> languages,
            @Nullable LocalizedText description,
            @Nullable Accessibility accessibility,
            @Nullable AgencyId ownedBy,
            @Nullable LocalizedText restriction) {
        WebAddress.check(url, "channel");
        this.type = type;
        this.name = name;
        this.url = url;
        this.phone = Constraints.optionalText(phone, "phone", 40);
        this.email = Constraints.optionalText(email, "email", 254);
        this.address = address;
        this.municipality = municipality == null
                ? null
                : Constraints.matching(municipality, "municipality", MUNICIPALITY, "four digits");
        this.openingHours = Constraints.list(openingHours, "openingHours", 50);
        this.languages = Constraints.languages(languages);
        this.description = description;
        this.accessibility = accessibility;
        this.ownedBy = ownedBy;
        this.restriction = restriction;
    }
}
