package se.tjanstenav.routes.api;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.SourceStatus;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Audience;
import se.tjanstenav.catalog.model.Coverage;
import se.tjanstenav.catalog.model.FieldGroup;
import se.tjanstenav.catalog.model.Provenance;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceDescription;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.Roots;

/**
 * The whole of a service.
 *
 * @param textLanguage the language of {@code name}, {@code summary} and {@code description}
 * @param availableLanguages the languages the name is there in
 * @param agency the competent authority
 * @param concept code of the national concept that several authorities' services are instances of
 * @param eligibility who may have it
 * @param deliveredBy ids of the agencies that carry it out, where not the competent authority alone
 * @param languages languages the service can be had in
 * @param sectors codes of the trades it is for (NACE)
 * @param provenance which source each field group comes from
 * @param sourceStatus how those sources stand at present
 * @param checkedOn the day the agency last checked the text
 * @param changedAtSource when the agency says it last changed the description
 * @param changedAt when the content last changed in the catalogue
 */
record ServiceDetail(
        String id,
        String name,
        @Nullable String summary,
        @Nullable String description,
        Map<String, String> textLanguage,
        Set<String> availableLanguages,
        AgencyReference agency,
        Map<String, List<String>> keywords,
        Set<Audience> audiences,
        @Nullable Boolean exerciseOfAuthority,
        List<Wording.Text> requirements,
        List<Wording.Text> eligibility,
        List<EvidenceDetail> evidence,
        List<OutputDetail> outputs,
        List<CostDetail> costs,
        List<LegalResourceDetail> legalResources,
        Set<String> themes,
        Set<String> lifeEvents,
        Set<String> businessEvents,
        @Nullable Coverage coverage,
        OfferDetail offered,
        @Nullable String concept,
        @Nullable URI homepage,
        List<String> deliveredBy,
        List<RelatedServiceDetail> relatedServices,
        Set<String> languages,
        Set<String> sectors,
        List<ChannelDetail> channels,
        List<ProcessingTimeDetail> processingTimes,
        List<CommitmentDetail> commitments,
        List<ProvenanceDetail> provenance,
        List<SourceStatusDetail> sourceStatus,
        @Nullable LocalDate checkedOn,
        @Nullable Instant changedAtSource,
        Instant changedAt,
        Map<String, Link> links) {

    static String path(String linkBase, ServiceId id) {
        return linkBase + Roots.CATALOG + "/services/" + id;
    }

    /**
     * @param sources those that the service shows
     * @param live whether agencies can be asked how long the service takes just now
     */
    static ServiceDetail of(
            Service service,
            Agency agency,
            List<SourceStatus> sources,
            boolean live,
            Languages languages,
            String linkBase) {
        ServiceDescription description = service.description();
        Wording wording = new Wording(languages);
        return new ServiceDetail(
                service.id().value(),
                wording.required("name", description.name()),
                wording.optional("summary", description.summary()),
                wording.optional("description", description.description()),
                wording.languageByField(),
                new TreeSet<>(description.name().byLanguage().keySet()),
                AgencyReference.of(agency, languages),
                description.keywords(),
                description.audiences(),
                description.exerciseOfAuthority(),
                Wording.list(languages, description.requirements()),
                Wording.list(languages, description.eligibility()),
                EvidenceDetail.list(description.evidence(), languages),
                OutputDetail.list(description.outputs(), languages),
                CostDetail.list(description.costs(), languages),
                LegalResourceDetail.list(description.legalResources(), languages),
                description.themes(),
                description.lifeEvents(),
                description.businessEvents(),
                description.coverage(),
                OfferDetail.of(description.offered(), languages),
                description.concept(),
                description.homepage(),
                description.deliveredBy().stream().map(AgencyId::value).toList(),
                RelatedServiceDetail.list(description.relatedServices(), languages, linkBase),
                description.languages(),
                description.sectors(),
                ChannelDetail.list(service.channels(), languages),
                ProcessingTimeDetail.list(service.processingTimes(), languages),
                CommitmentDetail.list(service.commitments(), languages),
                ProvenanceDetail.list(service.provenance()),
                sources.stream()
                        .map(source -> SourceStatusDetail.settled(source, languages))
                        .toList(),
                description.checkedOn(),
                changedAtSource(service),
                service.changedAt(),
                links(service.id(), live, linkBase));
    }

    private static @Nullable Instant changedAtSource(Service service) {
        return service.provenance().stream()
                .filter(entry -> entry.group() == FieldGroup.DESCRIPTION)
                .findFirst()
                .map(Provenance::changedAtSource)
                .orElse(null);
    }

    private static Map<String, Link> links(ServiceId id, boolean live, String linkBase) {
        Link self = Link.to(path(linkBase, id), "self");
        return live
                ? Map.of(
                        "self",
                        self,
                        "waitingTimes",
                        Link.to(WaitingTimesController.path(linkBase, id), "waiting-times"))
                : Map.of("self", self);
    }
}
