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

/** A way to reach a service. */
record ChannelDetail(
        ChannelType type,
        @Nullable String name,
        @Nullable URI url,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        Map<String, String> textLanguage,
        List<Hours> openingHours,
        List<String> languages) {

    static List<ChannelDetail> list(List<Channel> channels, Languages languages) {
        return channels.stream().map(channel -> of(channel, languages)).toList();
    }

    private static ChannelDetail of(Channel channel, Languages languages) {
        Wording wording = new Wording(languages);
        return new ChannelDetail(
                channel.type(),
                wording.optional("name", channel.name()),
                channel.url(),
                channel.phone(),
                channel.email(),
                wording.optional("address", channel.address()),
                wording.languageByField(),
                channel.openingHours().stream().map(Hours::of).toList(),
                channel.languages());
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
