package se.tjanstenav.routes.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes what {@link Languages} reads. */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "language",
        in = ParameterIn.QUERY,
        description = "Språk, före Accept-Language; text som saknas på det ges på svenska eller det språk som finns"
                + " · Language, wins over Accept-Language; text that is not in it is given in Swedish or what there is",
        schema =
                @Schema(
                        type = "string",
                        allowableValues = {"sv", "en", "fi", "fit", "rom", "se", "sma", "smj", "yi"}),
        example = "sv")
@Parameter(
        name = "Accept-Language",
        in = ParameterIn.HEADER,
        description = "Språk i ordning, där language saknas · Languages in order, where there is no language",
        schema = @Schema(type = "string"),
        example = "sv, en;q=0.8")
@interface Multilingual {}
