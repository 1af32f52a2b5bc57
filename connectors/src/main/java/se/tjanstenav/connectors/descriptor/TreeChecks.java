package se.tjanstenav.connectors.descriptor;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.mapping.Mapping;
import se.tjanstenav.connectors.mapping.RecordFault;
import se.tjanstenav.connectors.tree.TreePointer;

/**
 * Checks of secrets, addresses and mapping expressions, made on the document as it was written, so that they are told
 * even where its form is wrong elsewhere. For one use.
 */
final class TreeChecks {

    private static final List<String> ADDRESSES = List.of("/spec/auth/tokenUrl", "/spec/soap/endpoint");
    private static final TreePointer EXPRESSION = TreePointer.parse("/mapping/expression");

    private final @Nullable Object root;
    private final DescriptorReader.Places places;
    private final SecretReferences secrets;
    private final List<Problem> problems = new ArrayList<>();

    TreeChecks(@Nullable Object root, DescriptorReader.Places places, SecretReferences secrets) {
        this.root = root;
        this.places = places;
        this.secrets = secrets;
    }

    List<Problem> run() {
        secrets(root, "");
        List<String> hosts = TreePointer.parse("/spec/egress/hosts").findAll(root).stream()
                .map(Object::toString)
                .toList();
        ADDRESSES.forEach(pointer ->
                TreePointer.parse(pointer).findText(root).ifPresent(address -> address(pointer, address, hosts)));
        List<Object> feeds = TreePointer.parse("/spec/feeds").findAll(root);
        for (int i = 0; i < feeds.size(); i++) {
            String pointer = "/spec/feeds/" + i + EXPRESSION;
            EXPRESSION.findText(feeds.get(i)).ifPresent(expression -> mapping(pointer, expression));
        }
        return problems;
    }

    private void secrets(@Nullable Object value, String pointer) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                secrets(list.get(i), pointer + "/" + i);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, child) -> {
                String below = TreePointer.append(pointer, String.valueOf(name));
                if ("secret".equals(name) && child instanceof String secret) {
                    secrets.fault(pointer, secret).ifPresent(fault -> add(below, fault.problem(), fault.remedy()));
                }
                secrets(child, below);
            });
        }
    }

    private void address(String pointer, String address, List<String> hosts) {
        try {
            if (new Descriptor.Egress(hosts).allows(URI.create(address))) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // The schema tells that it is no URL.
            return;
        }
        add(
                pointer,
                "the host of " + address + " is not among the egress hosts",
                "Add it to spec.egress.hosts, or correct the address.");
    }

    private void mapping(String pointer, String expression) {
        try {
            Mapping.compile(expression);
        } catch (RecordFault e) {
            String where =
                    e.position().map(position -> " at character " + position).orElse("");
            Place place =
                    e.position().map(position -> places.of(pointer, position)).orElseGet(() -> places.of(pointer));
            problems.add(new Problem(pointer, place, e.detail() + where, "Correct the JSONata expression."));
        }
    }

    private void add(String pointer, String problem, String remedy) {
        problems.add(new Problem(pointer, places.of(pointer), problem, remedy));
    }
}
