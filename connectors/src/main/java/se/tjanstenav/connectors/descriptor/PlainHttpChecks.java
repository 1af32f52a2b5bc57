package se.tjanstenav.connectors.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import se.tjanstenav.connectors.descriptor.Descriptor.Egress;

/** Plain HTTP is for hosts that the operator allows it for, and never carries credentials. For one use. */
final class PlainHttpChecks {

    private static final String KEEP_APART =
            "Ask the agency for HTTPS, or give hosts of plain HTTP a connector of their own without credentials.";

    private final Descriptor descriptor;
    private final DescriptorReader.Places places;
    private final Predicate<String> allowed;
    private final List<Problem> problems = new ArrayList<>();

    PlainHttpChecks(Descriptor descriptor, DescriptorReader.Places places, Predicate<String> allowed) {
        this.descriptor = descriptor;
        this.places = places;
        this.allowed = allowed;
    }

    List<Problem> run() {
        List<String> hosts = descriptor.spec().egress().hosts();
        boolean plain = false;
        for (int i = 0; i < hosts.size(); i++) {
            if (hosts.get(i).startsWith(Egress.PLAIN)) {
                plain = true;
                operatorAllows("/spec/egress/hosts/" + i, hosts.get(i).substring(Egress.PLAIN.length()));
            }
        }
        if (plain) {
            noCredentials();
        }
        return problems;
    }

    private void operatorAllows(String pointer, String host) {
        if (!allowed.test(host)) {
            add(
                    pointer,
                    "the hub asks '" + host + "' by HTTPS only",
                    "Ask the agency for HTTPS; failing that, ask the operator to add '" + host
                            + "' to tjanstenav.connectors.egress.plain-http-hosts.");
        }
    }

    private void noCredentials() {
        if (descriptor.spec().auth().type() != Descriptor.Auth.Type.NONE) {
            add("/spec/auth", "credentials could be read on their way over plain HTTP", KEEP_APART);
        }
        Soap soap = descriptor.spec().soap();
        if (soap != null && soap.wsSecurity() != null && soap.wsSecurity().usernameToken() != null) {
            add(
                    "/spec/soap/wsSecurity/usernameToken",
                    "a UsernameToken could be read and used again on its way over plain HTTP",
                    KEEP_APART);
        }
    }

    private void add(String pointer, String problem, String remedy) {
        problems.add(new Problem(pointer, places.of(pointer), problem, remedy));
    }
}
