package se.tjanstenav.mocks.rest;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.util.Optional;

/** A condition that a request to a REST agency must meet before its feeds are reached. */
interface Admission {

    /** The answer to a request that gets no further: a refusal, or what the protection itself serves; nothing lets it pass. */
    Optional<ResponseDefinition> answer(Request request);

    /** Makes every token issued so far invalid, where there are any. */
    default void expireTokens() {}
}
