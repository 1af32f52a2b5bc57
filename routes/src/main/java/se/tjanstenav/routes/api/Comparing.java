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

/** Describes the parameters that {@link ComparisonSelection} reads for times and commitments alike. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "agency",
        in = ParameterIn.QUERY,
        description =
                "Ansvariga myndigheters id, åtskilda med komma · Ids of competent authorities, separated by commas",
        style = ParameterStyle.FORM,
        explode = Explode.FALSE,
        array = @ArraySchema(schema = @Schema(type = "string"), maxItems = 50))
@Parameter(
        name = "concept",
        in = ParameterIn.QUERY,
        description = "Koder för nationella begrepp, åtskilda med komma: samma tjänst hos olika myndigheter"
                + " · Codes of national concepts, separated by commas: the same service at different agencies",
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
        name = "lifeEvent",
        in = ParameterIn.QUERY,
        description = "Koder för livshändelser, åtskilda med komma · Codes of life events, separated by commas",
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
        name = "municipality",
        in = ParameterIn.QUERY,
        description =
                "Kommunkod (SCB): tjänster som gäller i kommunen, i hela dess län eller i hela landet, och de vars"
                        + " område ingen har uppgett · Code of a municipality (SCB): services that apply in it, in its whole"
                        + " county or in the whole country, and those whose area nobody has told",
        example = "0180",
        schema = @Schema(type = "string", pattern = "\\d{4}"))
@Multilingual
@interface Comparing {}
