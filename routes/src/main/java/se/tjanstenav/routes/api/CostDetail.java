package se.tjanstenav.routes.api;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Cost;

/** A fee: amount in the currency, free text, or both. */
record CostDetail(@Nullable BigDecimal amount, @Nullable String currency, Wording.@Nullable Text description) {

    static List<CostDetail> list(List<Cost> costs, Languages languages) {
        return costs.stream()
                .map(cost -> new CostDetail(
                        cost.amount(),
                        cost.currency(),
                        cost.description() == null ? null : Wording.Text.of(languages, cost.description())))
                .toList();
    }
}
