package se.tjanstenav.routes.registry;

import java.util.List;
import java.util.Map;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.quality.QualityReports.Count;
import se.tjanstenav.catalog.quality.QualityReports.ScoredAgency;
import se.tjanstenav.catalog.quality.QualityReports.ScoredService;
import se.tjanstenav.catalog.quality.QualityRule;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageMeta;
import se.tjanstenav.routes.http.Roots;

/** Scores as the API shows them. */
final class QualityDetail {

    private QualityDetail() {}

    /**
     * Something that a service lacks.
     *
     * @param weight the points that it takes
     * @param text by language, as is the remedy: what the agency can do about it
     */
    record Reason(QualityRule code, int weight, Map<String, String> text, Map<String, String> remedy) {

        static Reason of(QualityRule rule) {
            return new Reason(
                    rule, rule.weight(), rule.text().byLanguage(), rule.remedy().byLanguage());
        }
    }

    /** How many of an agency's services lack something. */
    record ReasonCount(
            QualityRule code, int weight, long services, Map<String, String> text, Map<String, String> remedy) {

        static ReasonCount of(Count count) {
            QualityRule rule = count.rule();
            return new ReasonCount(
                    rule,
                    rule.weight(),
                    count.services(),
                    rule.text().byLanguage(),
                    rule.remedy().byLanguage());
        }
    }

    /** A service with its score. */
    record ServiceQuality(
            String id,
            Map<String, String> name,
            AgencyId agency,
            int score,
            List<Reason> reasons,
            Map<String, Link> links) {

        static ServiceQuality of(ScoredService scored, String linkBase) {
            String id = scored.id().value();
            return new ServiceQuality(
                    id,
                    scored.name().byLanguage(),
                    scored.agency(),
                    scored.score(),
                    scored.reasons().stream().map(Reason::of).toList(),
                    Map.of("service", Link.to(linkBase + Roots.CATALOG + "/services/" + id, "service")));
        }
    }

    /** An agency with the mean of its services' scores. */
    record AgencyQuality(AgencyId agency, long services, int score, List<ReasonCount> reasons) {

        static AgencyQuality of(ScoredAgency scored) {
            return new AgencyQuality(
                    scored.agency(),
                    scored.services(),
                    scored.score(),
                    scored.reasons().stream().map(ReasonCount::of).toList());
        }
    }

    /** A page of services. */
    record ServiceQualityList(List<ServiceQuality> services, PageMeta meta, Map<String, Link> links) {}

    /** A page of agencies. */
    record AgencyQualityList(List<AgencyQuality> agencies, PageMeta meta, Map<String, Link> links) {}
}
