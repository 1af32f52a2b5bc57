package se.tjanstenav.mocks.rest;

import static com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction.continueWith;
import static com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction.stopWith;

import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.mocks.agency.Gate;

/** Lets a REST request in: past the gate, then past each of the agency's conditions in turn. */
final class RestGuard implements StubRequestFilterV2 {

    private final Gate gate;
    private final List<Admission> conditions;

    RestGuard(Gate gate, List<Admission> conditions) {
        this.gate = gate;
        this.conditions = List.copyOf(conditions);
    }

    /** Makes the callers fetch new tokens. */
    void expireTokens() {
        conditions.forEach(Admission::expireTokens);
    }

    @Override
    public String getName() {
        return "guard";
    }

    @Override
    public RequestFilterAction filter(Request request, @Nullable ServeEvent event) {
        try {
            gate.pass();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Admission condition : conditions) {
            Optional<ResponseDefinition> instead = condition.answer(request);
            if (instead.isPresent()) {
                return stopWith(instead.get());
            }
        }
        return continueWith(request);
    }
}
