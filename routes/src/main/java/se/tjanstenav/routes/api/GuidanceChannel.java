package se.tjanstenav.routes.api;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.guidance.OpeningTimes;
import se.tjanstenav.catalog.guidance.Openness;
import se.tjanstenav.catalog.guidance.Scope;
import se.tjanstenav.catalog.model.Channel;
import se.tjanstenav.catalog.model.ChannelType;

/**
 * A channel as it is at the moment asked for.
 *
 * @param municipality in which one goes to it, by its four-digit code (SCB)
 * @param scope how near that is to the municipality that was asked for; absent where one of them is not known
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
        @Nullable String municipality,
        @Nullable Scope scope,
        Openness.State state,
        @Nullable Instant closes,
        @Nullable Instant opens,
        boolean holiday,
        List<String> languages,
        @Nullable String ownedBy,
        @Nullable String restriction,
        Map<String, String> textLanguage) {

    private static final Comparator<GuidanceChannel> USABLE_FIRST = Comparator.comparing(
                    (GuidanceChannel channel) -> channel.scope() == Scope.ELSEWHERE)
            .thenComparing(GuidanceChannel::state)
            .thenComparing(GuidanceChannel::opens, Comparator.nullsLast(Comparator.naturalOrder()));

    /** What can be used at once first, then what opens soonest; whatever the hour, offices in other counties come last. */
    static List<GuidanceChannel> list(
            List<Channel> channels, @Nullable String municipality, Instant moment, Languages languages) {
        return channels.stream()
                .map(channel -> of(
                        channel,
                        Scope.ofPlace(channel.municipality(), municipality),
                        OpeningTimes.of(channel, moment),
                        languages))
                .sorted(USABLE_FIRST)
                .toList();
    }

    private static GuidanceChannel of(Channel channel, @Nullable Scope scope, Openness openness, Languages languages) {
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
                channel.municipality(),
                scope,
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
