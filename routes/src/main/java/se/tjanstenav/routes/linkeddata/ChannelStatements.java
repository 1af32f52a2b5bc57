package se.tjanstenav.routes.linkeddata;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Accessibility;
import se.tjanstenav.catalog.model.Channel;
import se.tjanstenav.catalog.model.ChannelType;
import se.tjanstenav.catalog.model.Cost;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.OpeningHours;
import se.tjanstenav.catalog.model.Service;

/** Says how a service is reached, when, and what it costs by each way. */
final class ChannelStatements {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final Codes codes;

    ChannelStatements(Codes codes) {
        this.codes = codes;
    }

    void say(Statements out, Node self, Service service, AgencyStatements.Namer names) {
        Map<ChannelType, List<Node>> byType = new LinkedHashMap<>();
        for (Channel channel : service.channels()) {
            Node said = name(self, channel, service.channels());
            channel(out, self, said, channel, names);
            byType.computeIfAbsent(channel.type(), type -> new ArrayList<>()).add(said);
            Durations.of(service.processingTimes(), time -> channel.type() == time.channel())
                    .ifPresent(duration -> out.value(said, "cv:processingTime", duration, XSDDatatype.XSDduration));
        }
        service.description().costs().forEach(cost -> cost(out, self, cost, byType));
    }

    /** A channel keeps its name when its number or address changes, unless another has the same type and name. */
    private static Node name(Node self, Channel channel, List<Channel> all) {
        boolean alone = all.stream()
                        .filter(other -> other.type() == channel.type() && Objects.equals(other.name(), channel.name()))
                        .count()
                == 1;
        return alone
                ? Iris.part(self, "channel", channel.type(), channel.name())
                : Iris.part(
                        self,
                        "channel",
                        channel.type(),
                        channel.name(),
                        channel.url(),
                        channel.phone(),
                        channel.email(),
                        channel.address());
    }

    private void channel(Statements out, Node self, Node said, Channel channel, AgencyStatements.Namer names) {
        out.link(self, "cv:hasChannel", said)
                .is(said, "cv:Channel")
                .code(said, "dct:identifier", Iris.identifier(said))
                .text(said, "dct:title", channel.name())
                .text(said, "dct:description", channel.description())
                .page(said, "foaf:page", channel.url());
        codes.link(out, said, "dct:type", "channelType", channel.type());
        Codes.languages(out, said, channel.languages());
        if (channel.ownedBy() != null) {
            out.link(said, "cv:ownedBy", names.name(channel.ownedBy()));
        }
        address(out, said, channel.address());
        if (channel.municipality() != null) {
            AgencyStatements.locate(out, said, channel.municipality());
        }
        channel.openingHours().forEach(hours -> out.link(said, "cv:openingHours", hours(out, self, hours)));
        restriction(out, self, said, channel.restriction());
        accessibility(out, said, channel);
        contact(out, self, channel, said);
    }

    /** CPSV-AP gives addresses to agents only; a channel that is a place needs one more. */
    private static void address(Statements out, Node said, @Nullable LocalizedText address) {
        if (address != null) {
            Node place = Iris.part(said, "address", address.byLanguage());
            out.link(said, "locn:address", place).is(place, "locn:Address").text(place, "locn:fullAddress", address);
        }
    }

    /** The same channel as a contact point of the service, where somebody can be reached there. */
    private static void contact(Statements out, Node self, Channel channel, Node said) {
        if (channel.phone() == null && channel.email() == null) {
            return;
        }
        Node contact = Iris.part(self, "contact", said);
        out.link(self, "cv:contactPoint", contact)
                .link(said, "tn:contactPoint", contact)
                .is(contact, "cv:ContactPoint")
                .code(contact, "cv:telephone", channel.phone())
                .code(contact, "cv:email", channel.email())
                .page(contact, "cv:contactPage", channel.url());
        channel.openingHours().forEach(hours -> out.link(contact, "cv:openingHours", hours(out, self, hours)));
    }

    private static Node hours(Statements out, Node self, OpeningHours hours) {
        Node said = Iris.part(
                self, "hours", hours.days(), hours.opens(), hours.closes(), hours.validFrom(), hours.validThrough());
        out.is(said, "time:TemporalEntity", "schema:OpeningHoursSpecification")
                .text(said, "dct:description", inWords(hours))
                .value(said, "schema:opens", clock(hours.opens()), XSDDatatype.XSDtime)
                .value(said, "schema:closes", clock(hours.closes()), XSDDatatype.XSDtime)
                .day(said, "schema:validFrom", hours.validFrom())
                .day(said, "schema:validThrough", hours.validThrough());
        for (DayOfWeek day : hours.days()) {
            String name = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            out.link(said, "schema:dayOfWeek", NodeFactory.createURI(Terms.PREFIXES.get("schema") + name));
        }
        return said;
    }

    private static String clock(LocalTime time) {
        return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
    }

    private static LocalizedText inWords(OpeningHours hours) {
        return new LocalizedText(Map.of("sv", inWords(hours, SWEDISH), "en", inWords(hours, Locale.ENGLISH)));
    }

    private static String inWords(OpeningHours hours, Locale language) {
        String days = hours.days().stream()
                .map(day -> day.getDisplayName(TextStyle.FULL, language))
                .collect(Collectors.joining(", "));
        return "%s %s–%s".formatted(days, hours.opens(), hours.closes());
    }

    private static void restriction(Statements out, Node self, Node said, @Nullable LocalizedText restriction) {
        if (restriction != null) {
            Node closed = Iris.part(self, "closed", restriction.byLanguage());
            out.link(said, "cv:specialOpeningHoursSpecification", closed)
                    .is(closed, "time:TemporalEntity")
                    .text(closed, "dct:description", restriction);
        }
    }

    private void accessibility(Statements out, Node said, Channel channel) {
        Accessibility accessibility = channel.accessibility();
        if (accessibility != null) {
            accessibility
                    .features()
                    .forEach(feature -> codes.link(out, said, "tn:accessibility", "accessibility", feature));
            out.text(said, "tn:accessibilityNote", accessibility.description())
                    .page(said, "tn:accessibilityStatement", accessibility.statement());
        }
    }

    /** The channel by which it costs that much is told in CPSV-AP's terms only where there is one of that type. */
    private void cost(Statements out, Node self, Cost cost, Map<ChannelType, List<Node>> byType) {
        Node said = Iris.part(self, "cost", cost.amount(), cost.currency(), cost.description(), cost.channel());
        out.link(self, "cv:hasCost", said)
                .is(said, "cv:Cost")
                .code(said, "dct:identifier", Iris.identifier(said))
                .value(said, "cv:hasValue", cost.amount(), XSDDatatype.XSDdouble)
                .text(said, "dct:description", cost.description());
        if (cost.currency() != null) {
            Codes.foreign(out, said, "cv:currency", Authorities.currency(cost.currency()));
        }
        List<Node> ways = cost.channel() == null ? List.of() : byType.getOrDefault(cost.channel(), List.of());
        if (ways.size() == 1) {
            out.link(said, "cv:ifAccessedThrough", ways.get(0));
        }
        codes.link(out, said, "tn:channelType", "channelType", cost.channel());
    }
}
