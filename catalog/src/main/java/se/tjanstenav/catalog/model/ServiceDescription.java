package se.tjanstenav.catalog.model;

import java.net.URI;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a service is (CPSV-AP {@code cpsv:PublicService}): the field group that one source answers for as a whole.
 *
 * @param summary one or two sentences for lists
 * @param description plain paragraphs separated by a blank line
 * @param keywords the citizen's own words, by language tag
 * @param exerciseOfAuthority whether decisions are exercise of public authority; null where the source does not say
 * @param requirements what must be met before the service can be used
 * @param evidence what to enclose
 * @param outputs what the recipient gets
 * @param lifeEvents codes of the life events it belongs to
 * @param businessEvents codes of the business events it belongs to
 * @param concept code of the national concept that several authorities' services are instances of
 * @param homepage the agency's own page about the service
 * @param checkedOn the day the agency last checked the text
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
        List<LocalizedText> outputs,
        List<Cost> costs,
        List<LegalResource> legalResources,
        Set<String> themes,
        Set<String> lifeEvents,
        Set<String> businessEvents,
        @Nullable Coverage coverage,
        Offer offered,
        @Nullable String concept,
        @Nullable URI homepage,
        @Nullable LocalDate checkedOn) {

    public ServiceDescription(
            LocalizedText name,
            @Nullable LocalizedText summary,
            @Nullable LocalizedText description,
            @Nullable Map<String, List<String>> keywords,
            @Nullable Set<Audience> audiences,
            @Nullable Boolean exerciseOfAuthority,
            @Nullable List<LocalizedText> requirements,
            @Nullable List<Evidence> evidence,
            @Nullable List<LocalizedText> outputs,
            @Nullable List<Cost> costs,
            @Nullable List<LegalResource> legalResources,
            @Nullable Set<String> themes,
            @Nullable Set<String> lifeEvents,
            @Nullable Set<String> businessEvents,
            @Nullable Coverage coverage,
            @Nullable Offer offered,
            @Nullable String concept,
            @Nullable URI homepage,
            @Nullable LocalDate checkedOn) {
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
        return Collections.unmodifiableSet(new TreeSet<>(Constraints.list(values, field, 200)));
    }
}
