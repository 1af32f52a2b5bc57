package se.tjanstenav.routes.api;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Channel;
import se.tjanstenav.catalog.model.ChannelType;
import se.tjanstenav.catalog.model.OpeningHours;

/**
 * A way to reach a service.
 *
 * @param municipality in which one goes to it, by its four-digit code (SCB)
 * @param description when and how to use it
 * @param ownedBy id of the agency that runs it, where that is not the competent authority
 * @param restriction when it is closed nevertheless
 */
record ChannelDetail(
        ChannelType type,
        @Nullable String name,
        @Nullable URI url,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String municipality,
        Map<String, String> textLanguage,
        List<Hours> openingHours,
        List<String> languages,
        @Nullable String description,
        @Nullable AccessibilityDetail accessibility,
        @Nullable String ownedBy,
        @Nullable String restriction) {

    static List<ChannelDetail> list(List<Channel> channels, Languages languages) {
        return channels.stream().map(channel -> of(channel, languages)).toList();
    }

    private static ChannelDetail of(Channel channel, Languages languages) {
        Wording wording = new Wording(languages);
        String name = wording.optional("name", channel.name());
        String address = wording.optional("address", channel.address());
        String description = wording.optional("description", channel.description());
        String restriction = wording.optional("restriction", channel.restriction());
        return new ChannelDetail(
                channel.type(),
                name,
                channel.url(),
                channel.phone(),
                channel.email(),
                address,
                channel.municipality(),
                wording.languageByField(),
                channel.openingHours().stream().map(Hours::of).toList(),
                channel.languages(),
                description,
                AccessibilityDetail.of(channel.accessibility(), languages),
                channel.ownedBy() == null ? null : channel.ownedBy().value(),
                restriction);
    }

    /**
     * Opening hours in Swedish local time.
     *
     * @param days weekdays in English, such as {@code monday}
     */
    record Hours(
            List<String> days,
            LocalTime opens,
            LocalTime closes,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validThrough) {

        static Hours of(OpeningHours hours) {
            return new Hours(
                    hours.days().stream()
                            .map(day -> day.name().toLowerCase(Locale.ROOT))
                            .toList(),
                    hours.opens(),
                    hours.closes(),
                    hours.validFrom(),
                    hours.validThrough());
        }
    }
}
