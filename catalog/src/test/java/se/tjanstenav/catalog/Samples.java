package se.tjanstenav.catalog;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.CaseEvent;
import se.tjanstenav.catalog.model.Channel;
import se.tjanstenav.catalog.model.ChannelType;
import se.tjanstenav.catalog.model.Commitment;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceDescription;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.catalog.model.TimeUnit;

/** Agencies, feeds and contributions to test with. */
public final class Samples {

    public static final AgencyId SKATTEVERKET = new AgencyId("skatteverket");
    public static final AgencyId TILLVAXTVERKET = new AgencyId("tillvaxtverket");
    public static final FeedId SERVICES = new FeedId("skatteverket", "services");
    public static final FeedId TIMES = new FeedId("skatteverket", "times");
    public static final FeedId AGGREGATOR = new FeedId("aggregator", "services");
    public static final Duration FRESH = Duration.ofHours(24);

    private Samples() {}

    public static List<FeedRegistration> feeds() {
        Agency skatteverket = agency(SKATTEVERKET, "Skatteverket");
        return List.of(
                feed(SERVICES, FeedKind.SERVICES, skatteverket),
                feed(TIMES, FeedKind.PROCESSING_TIMES, skatteverket),
                feed(AGGREGATOR, FeedKind.SERVICES, agency(TILLVAXTVERKET, "Tillväxtverket"), skatteverket));
    }

    public static Agency agency(AgencyId id, String name) {
        return new Agency(id, LocalizedText.swedish(name));
    }

    public static FeedRegistration feed(FeedId feed, FeedKind kind, Agency agency, Agency... speaksFor) {
        return new FeedRegistration(feed, feed.connector(), kind, agency, List.of(speaksFor), FRESH);
    }

    public static ServiceFilter of(AgencyId agency) {
        return new ServiceFilter(Map.of(Facet.AGENCY, Set.of(agency.value())), null, null, null);
    }

    public static ServiceKey key(String code) {
        return new ServiceKey(SKATTEVERKET, code);
    }

    public static ServiceId id(String code) {
        return ServiceId.of(key(code));
    }

    /** As it is served, by its name alone. */
    public static Service service(String code, String name) {
        return new Service(
                id(code),
                key(code),
                description(text("sv", name), null, Map.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Instant.EPOCH);
    }

    public static Contribution described(String code, String name) {
        return described(code, text("sv", name), Map.of());
    }

    public static Contribution described(ServiceKey key, String name) {
        ServiceDescription description = description(text("sv", name), null, Map.of());
        return new Contribution(key.code(), key, description, null, null, null, null);
    }

    public static Contribution described(String code, LocalizedText name, @Nullable LocalizedText description) {
        return new Contribution(code, key(code), description(name, description, Map.of()), null, null, null, null);
    }

    public static Contribution described(String code, LocalizedText name, Map<String, List<String>> keywords) {
        return new Contribution(code, key(code), description(name, null, keywords), null, null, null, null);
    }

    public static ServiceDescription description(
            LocalizedText name, @Nullable LocalizedText description, Map<String, List<String>> keywords) {
        return new ServiceDescription(
                name,
                null,
                description,
                keywords,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static Contribution timed(String externalId, String code, int... days) {
        List<ProcessingTime> times =
                Arrays.stream(days).mapToObj(Samples::median).toList();
        return new Contribution(externalId, key(code), null, null, times, null, null);
    }

    public static Contribution timed(String externalId, String code, String... days) {
        List<ProcessingTime> times = Arrays.stream(days)
                .map(number -> median(new BigDecimal(number)))
                .toList();
        return new Contribution(externalId, key(code), null, null, times, null, null);
    }

    public static Contribution promising(String externalId, String code, String commitment, String statement) {
        return new Contribution(externalId, key(code), null, null, null, List.of(promise(commitment, statement)), null);
    }

    public static Contribution reachable(String externalId, String code, String... phones) {
        List<Channel> channels = Arrays.stream(phones)
                .map(phone -> new Channel(
                        ChannelType.PHONE, null, null, phone, null, null, null, null, null, null, null, null, null))
                .toList();
        return new Contribution(externalId, key(code), null, channels, null, null, null);
    }

    public static Contribution changedAt(Contribution contribution, Instant at) {
        return new Contribution(
                contribution.externalId(),
                contribution.service(),
                contribution.description(),
                contribution.channels(),
                contribution.processingTimes(),
                contribution.commitments(),
                at);
    }

    public static ProcessingTime median(int days) {
        return median(BigDecimal.valueOf(days));
    }

    public static ProcessingTime median(BigDecimal days) {
        return new ProcessingTime(
                ProcessingTime.Kind.OBSERVED,
                null,
                null,
                new CaseEvent("completeApplicationReceived"),
                new CaseEvent("decision"),
                ProcessingTime.Statistic.MEDIAN,
                days,
                null,
                TimeUnit.DAYS,
                null,
                null,
                null,
                null,
                null);
    }

    public static Reject reject(@Nullable String externalId, long ordinal) {
        return new Reject(externalId, ordinal, Reject.Stage.MAP, "MAPPING", "Fältet namn saknas", "/namn", 3, "{…}");
    }

    public static Fault fault(String code) {
        return new Fault(Fault.Category.AGENCY_UNAVAILABLE, code, "The agency does not answer; try again later");
    }

    public static LocalizedText text(String language, String text) {
        return new LocalizedText(Map.of(language, text));
    }

    public static String name(Service service) {
        LocalizedText name = service.description().name();
        return String.valueOf(name.byLanguage().get(name.bestLanguage(List.of("sv"))));
    }

    private static Commitment promise(String code, String statement) {
        return new Commitment(
                code,
                Commitment.Aspect.PROCESSING_TIME,
                text("sv", statement),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
