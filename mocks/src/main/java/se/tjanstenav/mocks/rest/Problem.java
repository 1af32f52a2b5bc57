package se.tjanstenav.mocks.rest;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import tools.jackson.databind.json.JsonMapper;

/** A refusal in the words of RFC 9457. */
record Problem(int status, String title, String detail) {

    static final String CONTENT_TYPE = "application/problem+json;charset=utf-8";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    String body() {
        return JSON.writeValueAsString(this);
    }

    ResponseDefinitionBuilder answer() {
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(status)
                .withHeader("Content-Type", CONTENT_TYPE)
                .withBody(body());
    }
}
