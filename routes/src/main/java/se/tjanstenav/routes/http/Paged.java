package se.tjanstenav.routes.http;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the parameters that {@link PageQuery} reads. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "limit",
        in = ParameterIn.QUERY,
        description = "Högst så många, upp till 100 · At most so many, up to 100",
        schema = @Schema(type = "integer", defaultValue = "20", maximum = "100"))
@Parameter(
        name = "offset",
        in = ParameterIn.QUERY,
        description = "Så många hoppas över · How many to leave out before",
        schema = @Schema(type = "integer", defaultValue = "0", minimum = "0", maximum = "100000"))
public @interface Paged {}
