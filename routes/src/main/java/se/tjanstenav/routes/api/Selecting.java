package se.tjanstenav.routes.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.Explode;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.enums.ParameterStyle;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import se.tjanstenav.catalog.model.Audience;
import se.tjanstenav.catalog.model.ChannelType;
import se.tjanstenav.catalog.model.Commitment;
import se.tjanstenav.catalog.model.Offer;

/** Describes the parameters that {@link ServiceSelection} reads. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "q",
        in = ParameterIn.QUERY,
        description = "Medborgarens egna ord · The citizen's own words",
        example = "flytta",
        schema = @Schema(type = "string", maxLength = 200))
@Parameter(
        name = "agency",
        in = ParameterIn.QUERY,
        description =
                "Ansvariga myndigheters id, åtskilda med komma · Ids of competent authorities, separated by commas",
        style = ParameterStyle.FORM,
        explode = Explode.FALSE,
        array = @ArraySchema(schema = @Schema(type = "string"), maxItems = 50))
@Parameter(
        name = "audience",
        in = ParameterIn.QUERY,
        description = "Målgrupper, åtskilda med komma · Audiences, separated by commas",
        style = ParameterStyle.FORM,
        explode = Explode.FALSE,
        array = @ArraySchema(schema = @Schema(implementation = Audience.class), maxItems = 50))
@Parameter(
        name = "lifeEvent",
        in = ParameterIn.QUERY,
        description = "Koder för livshändelser, åtskilda med komma; okända koder ger inga träffar"
                + " · Codes of life events, separated by commas; unknown ones match nothing",
        style = ParameterStyle.FORM,
        explode = Explode.FALSE,
        array = @ArraySchema(schema = @Schema(type = "string"), maxItems = 50))
@Parameter(
        name = "businessEvent",
        in = ParameterIn.QUERY,
        description = "Koder för företagshändelser, åtskilda med komma · Codes of business events, separated by commas",
        style = ParameterStyle.FORM,
        explode = Explode.FALSE,
        array = @ArraySchema(schema = @Schema(type = "string"), maxItems = 50))
@Parameter(
        name = "theme",
        in = ParameterIn.QUERY,
        description = "Koder för ämnen, åtskilda med komma · Codes of themes, separated by commas",
        style = ParameterStyle.FORM,
        explode = Explode.FALSE,
        array = @ArraySchema(schema = @Schema(type = "string"), maxItems = 50))
@Parameter(
        name = "channel",
        in = ParameterIn.QUERY,
        description = "Kanaler, åtskilda med komma · Channels, separated by commas",
        style = ParameterStyle.FORM,
        explode = Explode.FALSE,
        array = @ArraySchema(schema = @Schema(implementation = ChannelType.class), maxItems = 50))
@Parameter(
        name = "municipality",
        in = ParameterIn.QUERY,
        description =
                "Kommunkod (SCB): tjänster som gäller i kommunen, i hela dess län eller i hela landet, och de vars"
                        + " område ingen har uppgett · Code of a municipality (SCB): services that apply in it, in its whole"
                        + " county or in the whole country, and those whose area nobody has told",
        example = "0180",
        schema = @Schema(type = "string", pattern = "\\d{4}"))
@Parameter(
        name = "maxWorkingDays",
        in = ParameterIn.QUERY,
        description =
                "Tjänster vars typiska tid är högst så många arbetsdagar: den längsta av de observerade tiderna, annars"
                        + " av de prognostiserade, med det mest typiska måttet. Lagstadgade tider och köer räknas inte; tjänster"
                        + " utan sådan tid utelämnas · Services whose typical time is at most so many working days: the longest"
                        + " of the observed times, else of the forecast ones, by the most typical statistic. Legal deadlines and"
                        + " queues do not count; services without such a time are left out",
        example = "10",
        schema = @Schema(type = "number", minimum = "0", maximum = "100000"))
@Parameter(
        name = "commitmentStatus",
        in = ParameterIn.QUERY,
        description = "Hur något av åtagandena har fallit ut, åtskilda med komma"
                + " · How any of its commitments has turned out, separated by commas",
        style = ParameterStyle.FORM,
        explode = Explode.FALSE,
        array = @ArraySchema(schema = @Schema(implementation = Commitment.Outcome.Status.class), maxItems = 50))
@Parameter(
        name = "offered",
        in = ParameterIn.QUERY,
        description = "Om tjänsten erbjuds, åtskilda med komma · Whether it is offered, separated by commas",
        style = ParameterStyle.FORM,
        explode = Explode.FALSE,
        array = @ArraySchema(schema = @Schema(implementation = Offer.State.class), maxItems = 50))
@Parameter(
        name = "changedSince",
        in = ParameterIn.QUERY,
        description = "Tjänster vars innehåll har ändrats i katalogen sedan dess (RFC 3339)"
                + " · Services whose content has changed in the catalogue since then (RFC 3339)",
        example = "2026-11-01T00:00:00Z",
        schema = @Schema(type = "string", format = "date-time"))
@Multilingual
@interface Selecting {}
