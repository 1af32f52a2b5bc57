package se.tjanstenav.catalog.quality;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.tjanstenav.catalog.model.Channel;
import se.tjanstenav.catalog.model.ChannelType;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceDescription;

/** What takes points from a service: a hundred less the weights of the rules that it breaks. */
public enum QualityRule {
    @JsonProperty("noContact")
    NO_CONTACT(
            20,
            "Det framgår inte hur man når tjänsten.",
            "It is not told how to reach the service.",
            "Ange minst en kanal med webbadress, telefon, e-post eller adress.",
            "Give at least one channel with a web address, a phone, an e-mail or an address.",
            QualityRule::noContact),
    @JsonProperty("noProcessingTime")
    NO_PROCESSING_TIME(
            15,
            "Det framgår inte hur lång tid tjänsten tar.",
            "It is not told how long the service takes.",
            "Redovisa handläggningstider, helst uppmätta med period och antal ärenden.",
            "Publish processing times, best observed ones with period and number of cases.",
            service -> service.processingTimes().isEmpty()),
    @JsonProperty("noCommitment")
    NO_COMMITMENT(
            10,
            "Myndigheten lovar ingenting om tjänsten.",
            "The agency promises nothing about the service.",
            "Redovisa serviceåtaganden, helst med mätbart mål.",
            "Publish commitments, best with a measurable target.",
            service -> service.commitments().isEmpty()),
    @JsonProperty("missingLanguage")
    MISSING_LANGUAGE(
            10,
            "Namn eller sammanfattning finns inte på både svenska och engelska.",
            "Name or summary is not there in both Swedish and English.",
            "Skriv namn och sammanfattning på båda språken.",
            "Write name and summary in both languages.",
            QualityRule::missingLanguage),
    @JsonProperty("missingSummary")
    MISSING_SUMMARY(
            10,
            "Sammanfattning saknas.",
            "There is no summary.",
            "Skriv en eller två meningar om vad tjänsten är.",
            "Write one or two sentences about what the service is.",
            service -> service.description().summary() == null),
    @JsonProperty("staleCheck")
    STALE_CHECK(
            10,
            "Texten har inte kontrollerats på två år, eller det sägs inte när.",
            "The text has not been checked for two years, or it is not told when it was.",
            "Kontrollera texten och sänd dagen som checkedOn.",
            "Check the text and send the day as checkedOn.",
            service -> false),
    @JsonProperty("suspiciousLink")
    SUSPICIOUS_LINK(
            10,
            "En länk saknar kryptering eller leder till ett värdnamn som ingen når.",
            "A link is not encrypted, or leads to a host that nobody reaches.",
            "Använd https och ett fullständigt värdnamn.",
            "Use https and a full host name.",
            QualityRule::suspiciousLink),
    @JsonProperty("warned")
    WARNED(
            10,
            "Något i det som sändes är tveksamt.",
            "Something in what was sent is doubtful.",
            "Se varningarna i körningens rapport.",
            "See the warnings in the run's report.",
            service -> service.provenance().stream()
                    .anyMatch(entry -> !entry.warnings().isEmpty())),
    @JsonProperty("missingOpeningHours")
    MISSING_OPENING_HOURS(
            5,
            "Telefon eller besök erbjuds, men utan öppettider.",
            "Phone or visit is offered, but without opening hours.",
            "Ange öppettider för telefon och besök.",
            "Give opening hours for phone and visit.",
            QualityRule::missingOpeningHours);

    private static final int YEARS_A_CHECK_HOLDS = 2;
    private static final List<String> LANGUAGES = List.of("sv", "en");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*]");

    private final int weight;
    private final LocalizedText text;
    private final LocalizedText remedy;
    private final Predicate<Service> broken;

    QualityRule(
            int weight,
            String swedish,
            String english,
            String remedySwedish,
            String remedyEnglish,
            Predicate<Service> broken) {
        this.weight = weight;
        this.text = new LocalizedText(Map.of("sv", swedish, "en", english));
        this.remedy = new LocalizedText(Map.of("sv", remedySwedish, "en", remedyEnglish));
        this.broken = broken;
    }

    /** The rules that the service breaks whatever the day; {@link #STALE_CHECK} comes with time. */
    public static List<QualityRule> brokenBy(Service service) {
        return Stream.of(values()).filter(rule -> rule.broken.test(service)).toList();
    }

    /** The earliest day of a check that still holds today. */
    public static LocalDate oldestCheck(LocalDate today) {
        return today.minusYears(YEARS_A_CHECK_HOLDS);
    }

    public int weight() {
        return weight;
    }

    public LocalizedText text() {
        return text;
    }

    /** What the agency can do about it. */
    public LocalizedText remedy() {
        return remedy;
    }

    private static boolean missingLanguage(Service service) {
        ServiceDescription description = service.description();
        return Stream.of(Optional.of(description.name()), Optional.ofNullable(description.summary()))
                .flatMap(Optional::stream)
                .anyMatch(text -> !text.byLanguage().keySet().containsAll(LANGUAGES));
    }

    private static boolean noContact(Service service) {
        return service.channels().stream()
                .allMatch(channel -> channel.url() == null
                        && channel.phone() == null
                        && channel.email() == null
                        && channel.address() == null);
    }

    private static boolean missingOpeningHours(Service service) {
        List<Channel> staffed = service.channels().stream()
                .filter(channel -> channel.type() == ChannelType.PHONE || channel.type() == ChannelType.VISIT)
                .toList();
        return !staffed.isEmpty()
                && staffed.stream().allMatch(channel -> channel.openingHours().isEmpty());
    }

    private static boolean suspiciousLink(Service service) {
        return Stream.of(
                        Stream.ofNullable(service.description().homepage()),
                        service.channels().stream().flatMap(channel -> Stream.ofNullable(channel.url())),
                        service.description().evidence().stream().flatMap(each -> Stream.ofNullable(each.page())))
                .flatMap(Function.identity())
                .anyMatch(QualityRule::suspicious);
    }

    private static boolean suspicious(URI link) {
        String host = link.getHost();
        return !"https".equals(link.getScheme())
                || host == null
                || !host.contains(".")
                || ADDRESS.matcher(host).matches();
    }
}
