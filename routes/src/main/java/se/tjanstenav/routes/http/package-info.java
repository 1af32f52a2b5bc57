/**
 * What the hub's HTTP APIs have in common: how a request is read ({@link se.tjanstenav.routes.http.QueryParameters}),
 * how a list is paged and linked, and how every fault becomes {@code application/problem+json} ({@link
 * se.tjanstenav.routes.http.ProblemException}). Nothing here knows a resource of either API.
 */
@NullMarked
package se.tjanstenav.routes.http;

import org.jspecify.annotations.NullMarked;
