/** Tests of the audit log. */
@NullMarked
package se.tjanstenav.connectors.audit;

import org.jspecify.annotations.NullMarked;
