package se.tjanstenav.routes.access;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.access.Role;

/** Reads out of a good token who calls; a token that does not say it in full is no credential here. */
final class TokenCaller implements Converter<Jwt, AbstractAuthenticationToken> {

    /** No subject can then look like the title of a key. */
    private static final String NAME = "token:%s";

    private static final int LONGEST_SUBJECT = 200;

    private final String roleClaim;
    private final String agencyClaim;

    TokenCaller(String roleClaim, String agencyClaim) {
        this.roleClaim = roleClaim;
        this.agencyClaim = agencyClaim;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        String subject = token.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw CallerAuthentications.wrong();
        }
        Role role = role(token.getClaims().get(roleClaim));
        AgencyId agency =
                role == Role.OPERATOR ? null : agency(token.getClaims().get(agencyClaim));
        return new CallerAuthentication(new Caller(NAME.formatted(subject), role, agency));
    }

    /** One value, or a list of which exactly one is a role here. */
    private static Role role(@Nullable Object claim) {
        Collection<?> values = claim instanceof Collection<?> several ? several : List.of(String.valueOf(claim));
        boolean operator = values.contains("operator");
        boolean agency = values.contains("agency");
        if (operator == agency) {
            throw CallerAuthentications.wrong();
        }
        return operator ? Role.OPERATOR : Role.AGENCY;
    }

    private static AgencyId agency(@Nullable Object claim) {
        if (claim instanceof String id) {
            try {
                return new AgencyId(id);
            } catch (IllegalArgumentException notAnAgency) {
                // told below, as a missing one is
            }
        }
        throw CallerAuthentications.wrong();
    }
}
