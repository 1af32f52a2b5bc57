package se.tjanstenav.catalog.quality;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Page;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.ServiceId;

/**
 * Scores of services and agencies. They are written when a service is merged, so that asking reads no service; what
 * comes with time alone is judged by the day of asking.
 */
public interface QualityReports {

    /** A page of services, the worst first. */
    Page<ScoredService> services(Selection selection, LocalDate today, int offset, int limit);

    /** A page of the agencies that have services, or of the one, the worst first. */
    Page<ScoredAgency> agencies(@Nullable AgencyId agency, LocalDate today, int offset, int limit);

    /**
     * Which services.
     *
     * @param agency the competent authority; null for any
     * @param reason a rule that they break; null for any
     */
    record Selection(@Nullable AgencyId agency, @Nullable QualityRule reason) {}

    /**
     * A service.
     *
     * @param score from 0 to 100
     * @param reasons the rules that it breaks, in their own order
     */
    record ScoredService(ServiceId id, LocalizedText name, AgencyId agency, int score, List<QualityRule> reasons) {

        public ScoredService {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * An agency.
     *
     * @param score mean of its services', rounded
     * @param reasons how many of its services break each rule that any breaks, most first
     */
    record ScoredAgency(AgencyId agency, long services, int score, List<Count> reasons) {

        public ScoredAgency {
            reasons = List.copyOf(reasons);
        }
    }

    /** How many services break a rule. */
    record Count(QualityRule rule, long services) {}
}
