package se.tjanstenav.connectors.tree;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What elements and attributes are called in a tree: by their local names, except in the namespaces that have a prefix
 * here, whatever the document calls them.
 *
 * @param prefixes by namespace
 */
public record XmlNames(Map<String, String> prefixes) {

    /** Local names only. */
    public static final XmlNames LOCAL = new XmlNames(Map.of());

    public XmlNames {
        prefixes = Map.copyOf(prefixes);
    }

    String of(@Nullable String namespace, String localName) {
        String prefix = namespace == null ? null : prefixes.get(namespace);
        return prefix == null ? localName : prefix + ":" + localName;
    }
}
