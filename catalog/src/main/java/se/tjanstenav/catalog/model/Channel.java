package se.tjanstenav.catalog.model;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to reach a service (CPSV-AP {@code cv:Channel}).
 *
 * @param url where it starts on the web, http or https
 * @param phone as people dial it, such as {@code 0771-567 567}
 * @param languages languages spoken there, BCP 47
 */
public record Channel(
        ChannelType type,
        @Nullable LocalizedText name,
        @Nullable URI url,
        @Nullable String phone,
        @Nullable String email,
        @Nullable LocalizedText address,
        List<OpeningHours> openingHours,
        List<String> languages) {

    public Channel(
            ChannelType type,
            @Nullable LocalizedText name,
            @Nullable URI url,
            @Nullable String phone,
            @Nullable String email,
            @Nullable LocalizedText address,
            @Nullable List<OpeningHours> openingHours,
            @Nullable List<String> languages) {
        WebAddress.check(url, "channel");
        this.type = type;
        this.name = name;
        this.url = url;
        this.phone = Constraints.optionalText(phone, "phone", 40);
        this.email = Constraints.optionalText(email, "email", 254);
        this.address = address;
        this.openingHours = Constraints.list(openingHours, "openingHours", 50);
        this.languages = Constraints.list(languages, "languages", 50);
    }
}
