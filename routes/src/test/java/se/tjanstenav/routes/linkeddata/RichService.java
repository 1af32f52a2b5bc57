package se.tjanstenav.routes.linkeddata;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Accessibility;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Audience;
import se.tjanstenav.catalog.model.CaseEvent;
import se.tjanstenav.catalog.model.Channel;
import se.tjanstenav.catalog.model.ChannelType;
import se.tjanstenav.catalog.model.Commitment;
import se.tjanstenav.catalog.model.ComputedOutcome;
import se.tjanstenav.catalog.model.Cost;
import se.tjanstenav.catalog.model.Coverage;
import se.tjanstenav.catalog.model.Evidence;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.FieldGroup;
import se.tjanstenav.catalog.model.LegalResource;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.Offer;
import se.tjanstenav.catalog.model.OpeningHours;
import se.tjanstenav.catalog.model.OutcomeReason;
import se.tjanstenav.catalog.model.Output;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.Provenance;
import se.tjanstenav.catalog.model.RelatedService;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceDescription;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.catalog.model.TimeUnit;

/** A service of which all is known that can be. */
final class RichService {

    static final AgencyId MUNICIPALITY = new AgencyId("norrby");
    static final ServiceKey KEY = new ServiceKey(MUNICIPALITY, "BYGG-1");
    static final ProcessingTime OBSERVED = time(ProcessingTime.Kind.OBSERVED, null, "38", TimeUnit.DAYS, null);
    static final ProcessingTime WORKING =
            time(ProcessingTime.Kind.FORECAST, null, "12", TimeUnit.WORKING_DAYS, ProcessingTime.Statistic.P80);
    static final ProcessingTime BY_POST =
            time(ProcessingTime.Kind.OBSERVED, ChannelType.LETTER, "7.5", TimeUnit.WEEKS, null);

    private RichService() {}

    static Service service() {
        return new Service(
                ServiceId.of(KEY),
                KEY,
                description(),
                List.of(phone(), letter(), visit("Storgatan 1"), visit("Storgatan 2")),
                List.of(WORKING, BY_POST, OBSERVED),
                List.of(commitment()),
                List.of(new Provenance(
                        FieldGroup.DESCRIPTION,
                        new FeedId("norrby", "services"),
                        MUNICIPALITY,
                        true,
                        Instant.parse("2026-11-29T10:00:00Z"),
                        Instant.parse("2026-11-01T08:00:00Z"),
                        null,
                        null,
                        null)),
                Instant.parse("2026-11-29T10:00:01Z"));
    }

    private static ServiceDescription description() {
        return new ServiceDescription(
                text("Bygglov för \"altan\"", "Building permit for a deck"),
                LocalizedText.swedish("Lov att bygga altan."),
                text("Du behöver lov.\n\nAnsök i tid.", "You need a permit."),
                Map.of("sv", List.of("altan", "uteplats"), "en", List.of("deck")),
                Set.of(Audience.PRIVATE_PERSON, Audience.BUSINESS),
                true,
                List.of(LocalizedText.swedish("Du ska äga fastigheten.")),
                List.of(new Evidence(
                        LocalizedText.swedish("Situationsplan"),
                        LocalizedText.swedish("Högst två år gammal."),
                        "sitePlan",
                        URI.create("https://norrby.example/karta?skala=1:400"),
                        List.of("sv"))),
                List.of(Output.named(LocalizedText.swedish("Bygglov"))),
                List.of(
                        new Cost(
                                new BigDecimal("2150.5"),
                                "SEK",
                                LocalizedText.swedish("Enligt taxan"),
                                ChannelType.LETTER),
                        new Cost(BigDecimal.ZERO, "SEK", null, null)),
                List.of(new LegalResource(
                        LocalizedText.swedish("Plan- och bygglagen (2010:900)"),
                        URI.create("https://lagen.example/2010:900"))),
                Set.of("building"),
                Set.of("buildingAHome", "okänd händelse"),
                Set.of("expanding"),
                new Coverage("SE", List.of("24"), List.of("2482")),
                new Offer(Offer.State.NO, LocalizedText.swedish("Systemet byts.")),
                "bygglov",
                URI.create("https://norrby.example/bygglov"),
                LocalDate.of(2026, 11, 2),
                List.of(LocalizedText.swedish("Den som ska bygga.")),
                Set.of(new AgencyId("norrby-teknik")),
                List.of(
                        new RelatedService(
                                RelatedService.Relation.BEFORE,
                                new ServiceKey(MUNICIPALITY, "KARTA"),
                                LocalizedText.swedish("Nybyggnadskarta")),
                        new RelatedService(
                                RelatedService.Relation.REQUIRES, new ServiceKey(MUNICIPALITY, "TOMT"), null)),
                Set.of("sv", "en", "sma"),
                Set.of("41.00", "43.99"));
    }

    private static Channel phone() {
        return new Channel(
                ChannelType.PHONE,
                LocalizedText.swedish("Kontaktcenter"),
                null,
                "0910-73 50 00",
                "bygg@norrby.example",
                null,
                null,
                List.of(new OpeningHours(
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        LocalTime.of(8, 0),
                        LocalTime.of(16, 30),
                        LocalDate.of(2026, 9, 1),
                        null)),
                List.of("sv", "fi"),
                LocalizedText.swedish("Vi svarar på frågor."),
                new Accessibility(Set.of(Accessibility.Feature.TEXT_TELEPHONE), null, null),
                new AgencyId("norrby-teknik"),
                LocalizedText.swedish("Stängt dag före röd dag."));
    }

    private static Channel letter() {
        return new Channel(
                ChannelType.LETTER,
                null,
                null,
                null,
                null,
                LocalizedText.swedish("Norrby kommun, 931 85 Norrby"),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Channel visit(String address) {
        return new Channel(
                ChannelType.VISIT,
                LocalizedText.swedish("Norra kontoret"),
                null,
                null,
                null,
                LocalizedText.swedish(address),
                "2482",
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static ProcessingTime time(
            ProcessingTime.Kind kind,
            @Nullable ChannelType channel,
            String value,
            TimeUnit unit,
            ProcessingTime.@Nullable Statistic statistic) {
        return new ProcessingTime(
                kind,
                null,
                channel,
                new CaseEvent("completeApplicationReceived"),
                new CaseEvent("decision"),
                statistic == null ? ProcessingTime.Statistic.MEDIAN : statistic,
                new BigDecimal(value),
                null,
                unit,
                214L,
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2026, 9, 30),
                LocalDate.of(2026, 10, 15),
                LocalizedText.swedish("Endast ansökningar som var kompletta."));
    }

    private static Commitment commitment() {
        return new Commitment(
                "Å-1",
                Commitment.Aspect.PROCESSING_TIME,
                text("Du får beslut inom tio veckor.", "You get a decision within ten weeks."),
                new Commitment.Target(
                        BigDecimal.TEN,
                        TimeUnit.WEEKS,
                        null,
                        new CaseEvent("completeApplicationReceived"),
                        new CaseEvent("decision"),
                        ProcessingTime.Statistic.P90,
                        LocalizedText.swedish("En- och tvåbostadshus"),
                        null),
                LocalizedText.swedish("När ansökan är komplett."),
                List.of(LocalizedText.swedish("Ansökan är komplett.")),
                LocalizedText.swedish("Får förlängas en gång."),
                new Commitment.Extension(BigDecimal.TEN, TimeUnit.WEEKS, 1),
                List.of(new Commitment.Exclusion(MonthDay.of(6, 1), MonthDay.of(8, 31))),
                LocalizedText.swedish("Avgiften sänks med en femtedel per påbörjad vecka."),
                List.of(new LegalResource(LocalizedText.swedish("PBL 9 kap. 45 §"), null)),
                LocalDate.of(2026, 1, 1),
                null,
                LocalizedText.swedish("Byggnadsnämnden"),
                null,
                new ComputedOutcome(Commitment.Outcome.Status.KEPT, OutcomeReason.COMPARED, OBSERVED));
    }

    private static LocalizedText text(String swedish, String english) {
        return new LocalizedText(Map.of("sv", swedish, "en", english));
    }
}
