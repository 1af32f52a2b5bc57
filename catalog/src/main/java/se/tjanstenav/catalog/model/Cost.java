package se.tjanstenav.catalog.model;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fee (CPSV-AP {@code cv:Cost}, by {@code cv:hasCost}); free text stands beside the amount because many fees depend on the case.
 *
 * @param amount in units of the currency; zero means free of charge
 * @param currency ISO 4217, required with an amount
 * @param channel the channel by which it costs that much; null means any ({@code cv:ifAccessedThrough})
 */
public record Cost(
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable LocalizedText description,
        @Nullable ChannelType channel) {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    public Cost {
        amount = Constraints.optionalNumber(amount, "amount");
        if (amount == null && description == null) {
            throw new IllegalArgumentException("A cost needs an amount, a description or both");
        }
        if (amount != null && amount.signum() < 0) {
            throw new IllegalArgumentException("A cost cannot be negative, but is " + amount);
        }
        if (amount != null && currency == null) {
            throw new IllegalArgumentException("An amount needs a currency such as SEK");
        }
        if (currency != null) {
            Constraints.matching(currency, "currency", CURRENCY, "three capital letters (ISO 4217)");
        }
    }
}
