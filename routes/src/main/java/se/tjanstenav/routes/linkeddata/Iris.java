package se.tjanstenav.routes.linkeddata;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.routes.http.Roots;

/**
 * The names of things. A service and an agency have the address at which the API tells of them. What belongs to a service
 * has the service's address with a fragment made from what it is, so that its name stays when others come and go.
 */
final class Iris {

    private static final int DIGITS = 6;

    private final String root;

    /** @param base scheme and host of the hub, without a slash at the end */
    Iris(String base) {
        this.root = base + Roots.CATALOG;
    }

    Node resource(String path) {
        return NodeFactory.createURI(root + path);
    }

    URI uri(String path) {
        return URI.create(root + path);
    }

    Node service(ServiceId id) {
        return resource("/services/" + id);
    }

    Node agency(AgencyId id) {
        return resource("/agencies/" + id);
    }

    /**
     * Something that belongs to a service, or to a part of one.
     *
     * @param kind such as {@code channel}
     * @param content what tells it from others of its kind
     */
    static Node part(Node whole, String kind, @Nullable Object... content) {
        String all = Stream.of(content).map(Objects::toString).collect(Collectors.joining("\n"));
        String iri = whole.getURI();
        return NodeFactory.createURI(iri + (iri.contains("#") ? "-" : "#") + kind + "-" + digest(all));
    }

    /** A code of a list that the hub or all agencies share. */
    static Node concept(String scheme, String code) {
        return NodeFactory.createURI(
                Terms.CONCEPTS + scheme + ":" + UriUtils.encodePathSegment(code, StandardCharsets.UTF_8));
    }

    /** What {@code dct:identifier} says of a thing: its name within the hub. */
    static String identifier(Node thing) {
        String iri = thing.getURI();
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, DIGITS));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform provides SHA-256", e);
        }
    }
}
