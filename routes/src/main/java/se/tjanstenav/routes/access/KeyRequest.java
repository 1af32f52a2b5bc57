package se.tjanstenav.routes.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.access.KeyGrant;
import se.tjanstenav.connectors.access.Role;
import se.tjanstenav.routes.http.JsonBody;
import se.tjanstenav.routes.http.ProblemException;
import se.tjanstenav.routes.http.ProblemType;

/** Reads which key is asked for, and whether the caller may have it. */
final class KeyRequest {

    private static final String OPERATOR = "operator";
    private static final String AGENCY = "agency";
    private static final int LONGEST_AGENCY = 63;

    private KeyRequest() {}

    /**
     * The form of the request, as the API's contract tells it.
     *
     * @param title whose or what for
     * @param role by default {@code agency}
     * @param agency by default the caller's own
     */
    @Schema(name = "KeyRequest")
    record Form(
            String title,
            @Nullable Role role,
            @Nullable String agency,
            @Nullable Instant expiresAt) {}

    static KeyGrant read(InputStream sent, Caller caller, Instant now) {
        JsonBody body = JsonBody.of(sent);
        String title = body.text("title", KeyGrant.LONGEST_TITLE);
        if (!title.isEmpty() && !KeyGrant.fitsAsTitle(title)) {
            body.fault("title", "must be one line of printable characters");
        }
        Role role = body.oneOf("role", List.of(OPERATOR, AGENCY))
                .map(name -> name.equals(OPERATOR) ? Role.OPERATOR : Role.AGENCY)
                .orElse(Role.AGENCY);
        AgencyId agency = agency(body, role, caller);
        Instant expiresAt = body.time("expiresAt").orElse(null);
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            body.fault("expiresAt", "must be in the future");
        }
        body.check();
        boolean allowed =
                caller.isOperator() || (role == Role.AGENCY && caller.mayTouch(Objects.requireNonNull(agency)));
        if (!allowed) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "Only the hub's operator makes keys for operators and for other agencies");
        }
        return new KeyGrant(title, role, agency, expiresAt);
    }

    private static @Nullable AgencyId agency(JsonBody body, Role role, Caller caller) {
        Optional<String> sent = body.optionalText("agency", LONGEST_AGENCY);
        if (role == Role.OPERATOR) {
            sent.ifPresent(any -> body.fault("agency", "an operator's key has no agency; leave it out"));
            return null;
        }
        try {
            AgencyId agency = sent.map(AgencyId::new).orElse(caller.agency());
            if (agency == null) {
                body.fault("agency", "missing; whose key is it to be?");
            }
            return agency;
        } catch (IllegalArgumentException e) {
            body.fault("agency", "must be lower-case letters, digits and hyphens");
            return null;
        }
    }
}
