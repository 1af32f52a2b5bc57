package se.tjanstenav.routes.api;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.WaitingTimes;
import se.tjanstenav.catalog.WaitingTimes.Said;
import se.tjanstenav.catalog.WaitingTimes.State;
import se.tjanstenav.catalog.guidance.OpeningTimes;
import se.tjanstenav.catalog.guidance.Openness;
import se.tjanstenav.catalog.guidance.Scope;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceDescription;
import se.tjanstenav.routes.api.GuidanceDetail.Guided;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.Link;

/** Tells of one service what somebody needs who is to be helped with it now, and what is not known. */
@Component
class GuidedServices {

    private final Catalogue catalogue;
    private final WaitingTimes waitingTimes;
    private final String linkBase;

    GuidedServices(Catalogue catalogue, WaitingTimes waitingTimes, ApiProperties properties) {
        this.catalogue = catalogue;
        this.waitingTimes = waitingTimes;
        this.linkBase = properties.linkBase();
    }

    /** Whether an agency can be asked how long the service takes just now. */
    boolean live(Service service) {
        return waitingTimes.covers(service.key());
    }

    /**
     * @param ask whether to ask for how long it takes just now, which takes as long as the feed's budget at most
     */
    Guided guided(Service service, @Nullable String municipality, Instant moment, boolean ask, Languages languages) {
        ServiceDescription description = service.description();
        Scope scope = Scope.of(description.coverage(), municipality);
        List<GuidanceChannel> channels = GuidanceChannel.list(service.channels(), municipality, moment, languages);
        List<Said> said = ask ? waitingTimes.of(service.key()) : List.of();
        GuidanceWait wait = GuidanceWait.of(said, service.processingTimes(), languages);
        Wording wording = new Wording(languages);
        return new Guided(
                service.id().value(),
                wording.required("name", description.name()),
                wording.optional("summary", description.summary()),
                wording.languageByField(),
                AgencyReference.of(ServiceAnswers.agency(catalogue, service.authority()), languages),
                scope,
                description.deliveredBy().stream().map(AgencyId::value).toList(),
                OfferDetail.of(description.offered(), languages),
                channels,
                wait,
                CommitmentDetail.list(service.commitments(), languages),
                GuidanceGap.told(gaps(service, scope, municipality, channels, said, wait), languages),
                links(service));
    }

    private static Set<GuidanceGap> gaps(
            Service service,
            Scope scope,
            @Nullable String municipality,
            List<GuidanceChannel> channels,
            List<Said> said,
            GuidanceWait wait) {
        Set<GuidanceGap> gaps = EnumSet.noneOf(GuidanceGap.class);
        if (scope == Scope.UNKNOWN) {
            gaps.add(GuidanceGap.COVERAGE_UNKNOWN);
        } else if (municipality == null && scope != Scope.NATIONAL) {
            gaps.add(GuidanceGap.MUNICIPALITY_NOT_GIVEN);
        }
        if (channels.isEmpty()) {
            gaps.add(GuidanceGap.NO_CHANNEL);
        } else if (channels.stream()
                .noneMatch(channel ->
                        OpeningTimes.needsPeople(channel.type()) && channel.state() != Openness.State.UNKNOWN)) {
            gaps.add(GuidanceGap.NO_OPENING_HOURS);
        }
        if (said.stream().anyMatch(each -> each.state() == State.UNKNOWN)) {
            gaps.add(GuidanceGap.WAITING_TIME_UNKNOWN);
        }
        if (wait.basis() == GuidanceWait.Basis.UNKNOWN) {
            gaps.add(GuidanceGap.NO_TIME);
        }
        if (service.commitments().isEmpty()) {
            gaps.add(GuidanceGap.NO_COMMITMENT);
        }
        return gaps;
    }

    private Map<String, Link> links(Service service) {
        Map<String, Link> links = new TreeMap<>();
        links.put("service", Link.to(ServiceDetail.path(linkBase, service.id()), "about"));
        if (live(service)) {
            links.put("waitingTimes", Link.to(WaitingTimesController.path(linkBase, service.id()), "waiting-times"));
        }
        return links;
    }
}
