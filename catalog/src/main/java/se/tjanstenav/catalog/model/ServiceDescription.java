package se.tjanstenav.catalog.model;

import java.net.URI;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a service is (CPSV-AP {@code cpsv:PublicService}): the field group that one source answers for as a whole. Of the
 * rest of CPSV-AP's public service, {@code cv:hasCompetentAuthority} is the {@link ServiceKey}, {@code cv:hasChannel} and
 * {@code cv:processingTime} are field groups of their own.
 *
 * @param name {@code dct:title}
 * @param summary one or two sentences for lists
 * @param description plain paragraphs separated by a blank line ({@code dct:description})
 * @param keywords the citizen's own words, by language tag ({@code dcat:keyword})
 * @param audiences whom it is for ({@code dct:audience})
 * @param exerciseOfAuthority whether decisions are exercise of public authority (myndighetsutövning); null where the source
 *     does not say
 * @param requirements what must be met before the service can be used ({@code cv:holdsRequirement})
 * @param evidence what to enclose ({@code cpsv:hasInput})
 * @param outputs what the recipient gets ({@code cpsv:produces})
 * @param costs {@code cv:hasCost}
 * @param legalResources {@code cv:hasLegalResource}
 * @param themes codes of subjects ({@code cv:thematicArea})
 * @param lifeEvents codes of the life events it belongs to ({@code cv:isGroupedBy} a {@code cv:LifeEvent})
 * @param businessEvents codes of the business events it belongs to ({@code cv:isGroupedBy} a {@code cv:BusinessEvent})
 * @param coverage where it applies ({@code dct:spatial})
 * @param offered whether it is offered at present ({@code adms:status}, with a reason)
 * @param concept code of the national concept that several authorities' services are instances of
 * @param homepage the agency's own page about the service ({@code foaf:page})
 * @param checkedOn the day the agency last checked the text
 * @param eligibility who may have the service ({@code cv:holdsRequirement} of the kind that is tried: need and right)
 * @param deliveredBy the agencies that carry it out, where that is not the competent authority alone ({@code
 *     cv:hasParticipation} in the role of a deliverer)
 * @param relatedServices services that come before or after, or are required ({@code dct:requires}, {@code
 *     cv:relatedService})
 * @param languages languages in which the service can be had, BCP 47 ({@code dct:language})
 * @param sectors codes of the trades it is for, by NACE as in SNI 2025, such as {@code 56.11} ({@code cv:sector})
 */
public record ServiceDescription(
        LocalizedText name,
        @Nullable LocalizedText summary,
        @Nullable LocalizedText description,
        Map<String, List<String>> keywords,
        Set<Audience> audiences,
        @Nullable Boolean exerciseOfAuthority,
        List<LocalizedText> requirements,
        List<Evidence> evidence,
        List<Output> outputs,
        List<Cost> costs,
        List<LegalResource> legalResources,
        Set<String> themes,
        Set<String> lifeEvents,
        Set<String> businessEvents,
        @Nullable Coverage coverage,
        Offer offered,
        @Nullable String concept,
        @Nullable URI homepage,
        @Nullable LocalDate checkedOn,
        List<LocalizedText> eligibility,
        Set<AgencyId> deliveredBy,
        List<RelatedService> relatedServices,
        Set<String> languages,
        Set<String> sectors) {

    public ServiceDescription(
            LocalizedText name,
            @Nullable LocalizedText summary,
            @Nullable LocalizedText description,
            @Nullable Map<String, List<String>> keywords,
            @Nullable Set<Audience> audiences,
            @Nullable Boolean exerciseOfAuthority,
            @Nullable List<LocalizedText> requirements,
            @Nullable List<Evidence> evidence,
            @Nullable List<Output> outputs,
            @Nullable List<Cost> costs,
            @Nullable List<LegalResource> legalResources,
            @Nullable Set<String> themes,
            @Nullable Set<String> lifeEvents,
            @Nullable Set<String> businessEvents,
            @Nullable Coverage coverage,
            @Nullable Offer offered,
            @Nullable String concept,
            @Nullable URI homepage,
            @Nullable LocalDate checkedOn,
            @Nullable List<LocalizedText> eligibility,
            @Nullable Set<AgencyId> deliveredBy,
            @Nullable List<RelatedService> relatedServices,
            @Nullable Set<String> languages,
            @Nullable Set<String> sectors) {
        WebAddress.check(homepage, "homepage");
        this.name = name;
        this.summary = summary;
        this.description = description;
        this.keywords = words(keywords);
        this.audiences = sorted(audiences, "audiences");
        this.exerciseOfAuthority = exerciseOfAuthority;
        this.requirements = Constraints.list(requirements, "requirements", 100);
        this.evidence = Constraints.list(evidence, "evidence", 100);
        this.outputs = Constraints.list(outputs, "outputs", 100);
        this.costs = Constraints.list(costs, "costs", 100);
        this.legalResources = Constraints.list(legalResources, "legalResources", 100);
        this.themes = sorted(themes, "themes");
        this.lifeEvents = sorted(lifeEvents, "lifeEvents");
        this.businessEvents = sorted(businessEvents, "businessEvents");
        this.coverage = coverage;
        this.offered = offered == null ? Offer.UNKNOWN : offered;
        this.concept = Constraints.optionalText(concept, "concept", 200);
        this.homepage = homepage;
        this.checkedOn = checkedOn;
        this.eligibility = Constraints.list(eligibility, "eligibility", 100);
        this.deliveredBy = sorted(deliveredBy, "deliveredBy");
        this.relatedServices = Constraints.list(relatedServices, "relatedServices", 100);
        this.languages = sorted(languages, "languages");
        this.sectors = sorted(sectors, "sectors");
    }

    private static Map<String, List<String>> words(@Nullable Map<String, List<String>> keywords) {
        if (keywords == null) {
            return Map.of();
        }
        TreeMap<String, List<String>> copy = new TreeMap<>();
        keywords.forEach((language, words) -> copy.put(language, Constraints.list(words, "keywords", 200)));
        return Collections.unmodifiableMap(copy);
    }

    private static <T extends Comparable<T>> Set<T> sorted(@Nullable Set<T> values, String field) {
        return Constraints.sorted(values, field, 200);
    }
}
