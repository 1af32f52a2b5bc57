package se.tjanstenav.connectors.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.trial.Slots.Slot;

class SlotsTest {

    private static final AgencyId EKBYN = new AgencyId("ekbyn");
    private static final AgencyId LINDBY = new AgencyId("lindby");

    @Test
    void givesSoManyInAllAndToEachAgency() {
        Slots slots = new Slots(2, 1);
        Slot first = slots.take(EKBYN).orElseThrow();
        assertThat(slots.take(EKBYN)).isEmpty();
        try (Slot second = slots.take(LINDBY).orElseThrow()) {
            assertThat(second).isNotNull();
            assertThat(slots.take(new AgencyId("third"))).isEmpty();
        }
        assertThat(slots.take(new AgencyId("third"))).isPresent();
        first.close();
        assertThat(slots.take(EKBYN)).isPresent();
        assertThat(slots.take(LINDBY)).isEmpty();
    }
}
