/**
 * The descriptor language: {@link Descriptor} is what a YAML file says, {@link DescriptorReader} reads and checks one
 * and lists every {@link Problem} at once. Descriptors are data: nothing here opens a connection.
 */
@NullMarked
package se.tjanstenav.connectors.descriptor;

import org.jspecify.annotations.NullMarked;
