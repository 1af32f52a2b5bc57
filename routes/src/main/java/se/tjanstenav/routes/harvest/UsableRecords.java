package se.tjanstenav.routes.harvest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.UsableRecord;

/**
 * Gathers what became of a batch: the list of its usable records, without the records that were rejected. It gathers in
 * an exchange of its own, since one that went to the dead-letter route would end the batch's route.
 */
class UsableRecords implements AggregationStrategy {

    private static final String GATHERED = "harvest.gathered";

    @Override
    public Exchange aggregate(@Nullable Exchange earlier, @Nullable Exchange last) {
        Exchange record = Objects.requireNonNull(last, "The splitter always hands over the record's exchange");
        Exchange whole = earlier == null ? new DefaultExchange(record.getContext()) : earlier;
        List<UsableRecord> gathered = gathered(whole);
        if (record.getMessage().getBody() instanceof UsableRecord usable) {
            gathered.add(usable);
        }
        whole.getMessage().setBody(gathered);
        return whole;
    }

    @SuppressWarnings("unchecked")
    private static List<UsableRecord> gathered(Exchange whole) {
        List<UsableRecord> gathered = whole.getProperty(GATHERED, List.class);
        if (gathered == null) {
            gathered = new ArrayList<>();
            whole.setProperty(GATHERED, gathered);
        }
        return gathered;
    }
}
