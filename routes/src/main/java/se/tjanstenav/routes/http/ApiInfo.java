package se.tjanstenav.routes.http;

import java.time.LocalDate;

/**
 * What an API says of itself (national REST API profile, VER.06 and VER.07).
 *
 * @param apiStatus one of alpha, beta, active, deprecated, retired, decommissioned
 */
public record ApiInfo(
        String apiName, String apiVersion, LocalDate apiReleased, String apiDocumentation, String apiStatus) {}
