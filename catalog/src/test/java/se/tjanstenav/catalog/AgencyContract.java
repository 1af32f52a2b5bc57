package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static se.tjanstenav.catalog.Samples.AGGREGATOR;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.SKATTEVERKET;
import static se.tjanstenav.catalog.Samples.TILLVAXTVERKET;
import static se.tjanstenav.catalog.Samples.described;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.OrganisationNumber;

/** What the catalogue knows of agencies, alike on every database. */
abstract class AgencyContract extends JourneyContract {

    private static final OrganisationNumber NUMBER = new OrganisationNumber("202100-5448");
    private static final URI HOMEPAGE = URI.create("https://www.skatteverket.example");

    @Test
    void listsAgenciesWithTheServicesTheyAnswerFor() {
        hub.harvest(SERVICES, described("F1", "F-skatt"), described("F2", "Moms"));

        assertThat(agencies().all())
                .extracting(listed -> listed.agency().id(), Agencies.Listed::services)
                .containsSubsequence(tuple(SKATTEVERKET, 2L), tuple(TILLVAXTVERKET, 0L));
        assertThat(agencies().agency(SKATTEVERKET))
                .map(Agencies.Listed::services)
                .contains(2L);
        assertThat(agencies().agency(new AgencyId("nobody"))).isEmpty();
    }

    @Test
    void takesTheAgencysOwnWordAndFillsTheGapsFromOthers() {
        Agency itself = new Agency(SKATTEVERKET, LocalizedText.swedish("Skatteverket"), null, null, HOMEPAGE);
        Agency toldByOthers = new Agency(
                SKATTEVERKET,
                LocalizedText.swedish("Skattmyndigheten"),
                NUMBER,
                Agency.Kind.STATE_AUTHORITY,
                URI.create("https://elsewhere.example"));
        register(itself, toldByOthers);

        Agency known = agencies().agency(SKATTEVERKET).orElseThrow().agency();

        assertThat(known)
                .isEqualTo(new Agency(
                        SKATTEVERKET,
                        LocalizedText.swedish("Skatteverket"),
                        NUMBER,
                        Agency.Kind.STATE_AUTHORITY,
                        HOMEPAGE));
    }

    @Test
    void countsAsAChangeOfServicesOnlyWhatTheyShowOfTheirAgency() {
        hub.harvest(SERVICES, described("F1", "F-skatt"));
        long last = hub.changes().last();

        Agency numbered = new Agency(
                SKATTEVERKET, LocalizedText.swedish("Skatteverket"), NUMBER, Agency.Kind.STATE_AUTHORITY, HOMEPAGE);
        register(numbered, numbered);
        assertThat(hub.changes().last()).isEqualTo(last);

        Agency renamed = Samples.agency(SKATTEVERKET, "Skattemyndigheten");
        register(renamed, renamed);
        assertThat(hub.changes().last()).isGreaterThan(last);
    }

    private void register(Agency itself, Agency toldByOthers) {
        hub.sources()
                .register(List.of(
                        Samples.feed(SERVICES, FeedKind.SERVICES, itself),
                        Samples.feed(
                                AGGREGATOR,
                                FeedKind.SERVICES,
                                Samples.agency(TILLVAXTVERKET, "Tillväxtverket"),
                                toldByOthers)));
    }

    private Agencies agencies() {
        return hub.bean(Agencies.class);
    }
}
