package se.tjanstenav.routes.api;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.guidance.OpeningTimes;
import se.tjanstenav.catalog.guidance.Openness;
import se.tjanstenav.catalog.model.Channel;
import se.tjanstenav.catalog.model.ChannelType;

/**
 * A channel as it is at the moment asked for.
 *
 * @param state whether it is open then
 * @param closes when it closes, where it is open and ever does
 * @param opens when it opens next, where it is closed
 * @param holiday whether a public holiday keeps it closed that day
 * @param ownedBy id of the agency that runs it, where that is not the competent authority
 * @param restriction when it is closed nevertheless, in the agency's words, which {@code state} cannot heed
 */
record GuidanceChannel(
        ChannelType type,
        @Nullable String name,
        @Nullable String phone,
        @Nullable URI url,
        @Nullable String email,
        @Nullable String address,
        Openness.State state,
        @Nullable Instant closes,
        @Nullable Instant opens,
        boolean holiday,
        List<String> languages,
        @Nullable String ownedBy,
        @Nullable String restriction,
        Map<String, String> textLanguage) {

    private static final Comparator<GuidanceChannel> USABLE_FIRST = Comparator.comparing(GuidanceChannel::state)
            .thenComparing(GuidanceChannel::opens, Comparator.nullsLast(Comparator.naturalOrder()));

    /** What can be used at once first, then what opens soonest. */
    static List<GuidanceChannel> list(List<Channel> channels, Instant moment, Languages languages) {
        return channels.stream()
                .map(channel -> of(channel, OpeningTimes.of(channel, moment), languages))
                .sorted(USABLE_FIRST)
                .toList();
    }

    private static GuidanceChannel of(Channel channel, Openness openness, Languages languages) {
        Wording wording = new Wording(languages);
        String name = wording.optional("name", channel.name());
        String address = wording.optional("address", channel.address());
        String restriction = wording.optional("restriction", channel.restriction());
        return new GuidanceChannel(
                channel.type(),
                name,
                channel.phone(),
                channel.url(),
                channel.email(),
                address,
                openness.state(),
                openness.closes(),
                openness.opens(),
                openness.holiday(),
                channel.languages(),
                channel.ownedBy() == null ? null : channel.ownedBy().value(),
                restriction,
                wording.languageByField());
    }
}
