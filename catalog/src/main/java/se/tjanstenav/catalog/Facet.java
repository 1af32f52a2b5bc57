package se.tjanstenav.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Audience;
import se.tjanstenav.catalog.model.Channel;
import se.tjanstenav.catalog.model.ChannelType;
import se.tjanstenav.catalog.model.Codes;
import se.tjanstenav.catalog.model.Commitment;
import se.tjanstenav.catalog.model.Offer;
import se.tjanstenav.catalog.model.Service;

/** A side by which services are selected and counted, with the values that a service has of it. */
public enum Facet {
    /** The competent authority. */
    AGENCY("agency", null, service -> List.of(service.authority().value())),
    AUDIENCE("audience", Audience.class, service -> codes(service.description().audiences())),
    LIFE_EVENT("lifeEvent", null, service -> service.description().lifeEvents()),
    BUSINESS_EVENT("businessEvent", null, service -> service.description().businessEvents()),
    THEME("theme", null, service -> service.description().themes()),
    CHANNEL(
            "channel",
            ChannelType.class,
            service -> codes(service.channels().stream().map(Channel::type).toList())),
    /** How any of its commitments stands. */
    COMMITMENT_STATUS(
            "commitmentStatus",
            Commitment.Outcome.Status.class,
            service -> codes(
                    service.commitments().stream().map(Commitment::standing).toList())),
    OFFERED(
            "offered",
            Offer.State.class,
            service -> codes(List.of(service.description().offered().state())));

    private final String code;
    private final Set<String> known;
    private final Function<Service, Collection<String>> values;

    <E extends Enum<E>> Facet(String code, @Nullable Class<E> closed, Function<Service, Collection<String>> values) {
        this.code = code;
        this.known = closed == null ? Set.of() : Codes.all(closed).keySet();
        this.values = values;
    }

    /** What it is called in requests, in answers and in the index. */
    public String code() {
        return code;
    }

    /** Every value there can be, in the model's order; empty where agencies may use any. */
    public Set<String> known() {
        return known;
    }

    /** Each value that the service has, once. */
    public Set<String> of(Service service) {
        return Set.copyOf(values.apply(service));
    }

    private static Set<String> codes(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Codes::of).collect(Collectors.toUnmodifiableSet());
    }
}
