package se.tjanstenav.connectors;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The sample files beside a descriptor, by their relative path. */
@FunctionalInterface
interface Samples {

    /** Reads a sample to the tree that mappings see. */
    @Nullable
    Object read(String path) throws IOException;
}
