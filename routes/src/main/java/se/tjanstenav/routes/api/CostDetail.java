package se.tjanstenav.routes.api;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.ChannelType;
import se.tjanstenav.catalog.model.Cost;

/**
 * A fee: amount in the currency, free text, or both.
 *
 * @param channel the channel by which it costs that much, where it depends on it
 */
record CostDetail(
        @Nullable BigDecimal amount,
        @Nullable String currency,
        Wording.@Nullable Text description,
        @Nullable ChannelType channel) {

    static List<CostDetail> list(List<Cost> costs, Languages languages) {
        return costs.stream()
                .map(cost -> new CostDetail(
                        cost.amount(),
                        cost.currency(),
                        Wording.Text.optional(languages, cost.description()),
                        cost.channel()))
                .toList();
    }
}
