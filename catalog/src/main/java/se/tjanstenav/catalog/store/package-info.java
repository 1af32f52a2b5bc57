/**
 * The relational store behind {@link se.tjanstenav.catalog.Harvests}, {@link se.tjanstenav.catalog.Sources} and
 * {@link se.tjanstenav.catalog.StoredServices}, on SQLite and PostgreSQL alike. Start at {@code Publication}, the one
 * transaction that makes a harvest visible; the {@code …Table} types hold the SQL. Search, caching and merge rules stay
 * out.
 */
@NullMarked
package se.tjanstenav.catalog.store;

import org.jspecify.annotations.NullMarked;
