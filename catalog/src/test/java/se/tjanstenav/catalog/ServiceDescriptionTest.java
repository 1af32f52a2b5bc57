package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.model.ServiceDescription;
import tools.jackson.databind.json.JsonMapper;

class ServiceDescriptionTest {

    private final JsonMapper mapper = JsonMapper.shared();

    @Test
    void readsWhatWasStoredBeforeThereWereConcepts() {
        ServiceDescription old = mapper.readValue(
                "{\"name\": {\"sv\": \"Bygglov\"}, \"themes\": [\"buildingPermits\"]}", ServiceDescription.class);
        assertThat(old.concept()).isNull();
        assertThat(old.name().in("sv")).contains("Bygglov");
    }

    @Test
    void keepsTheConceptWhereItIsStored() {
        ServiceDescription described = mapper.readValue(
                "{\"name\": {\"sv\": \"Bygglov\"}, \"concept\": \"nb-bygglov\"}", ServiceDescription.class);
        ServiceDescription stored = mapper.readValue(mapper.writeValueAsString(described), ServiceDescription.class);
        assertThat(stored).isEqualTo(described);
        assertThat(stored.concept()).isEqualTo("nb-bygglov");
    }
}
