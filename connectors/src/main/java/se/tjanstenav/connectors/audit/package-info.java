/**
 * Who did what through the registry API: {@link se.tjanstenav.connectors.audit.AuditLog}. Every write leaves one row,
 * in the transaction of the write; nothing here knows keys, connectors or secrets, and no secret comes here.
 */
@NullMarked
package se.tjanstenav.connectors.audit;

import org.jspecify.annotations.NullMarked;
