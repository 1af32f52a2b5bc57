package se.tjanstenav.routes.harvest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.UsableRecord;

/**
 * Gathers what became of a batch in the order of the feed, whichever record was mapped first: each is a
 * {@link UsableRecord} or a {@link RejectedRecord}. It gathers in an exchange of its own, since one that went to the
 * dead-letter route would end the batch's route.
 */
class MappedRecords implements AggregationStrategy {

    @Override
    public Exchange aggregate(@Nullable Exchange earlier, @Nullable Exchange last) {
        Exchange record = Objects.requireNonNull(last, "The splitter always hands over the record's exchange");
        Exchange whole = earlier == null ? empty(record.getContext()) : earlier;
        gathered(whole).add(record.getMessage().getBody());
        return whole;
    }

    private static Exchange empty(CamelContext context) {
        Exchange empty = new DefaultExchange(context);
        empty.getMessage().setBody(new ArrayList<>());
        return empty;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> gathered(Exchange whole) {
        return Objects.requireNonNull((List<Object>) whole.getMessage().getBody());
    }
}
