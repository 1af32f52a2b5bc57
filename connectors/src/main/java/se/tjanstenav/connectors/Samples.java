package se.tjanstenav.connectors;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.tree.XmlNames;

/** The sample files beside a descriptor, by their relative path. */
@FunctionalInterface
interface Samples {

    /**
     * Reads a sample to the tree that mappings see.
     *
     * @param names how names of XML are told apart
     */
    @Nullable
    Object read(String path, XmlNames names) throws IOException;
}
