/**
 * REST agencies: WireMock with the mappings of an agency's folder, its paging and its protection. Only
 * {@link se.tjanstenav.mocks.rest.RestStub} is for others, and only this package knows WireMock's server.
 */
@NullMarked
package se.tjanstenav.mocks.rest;

import org.jspecify.annotations.NullMarked;
