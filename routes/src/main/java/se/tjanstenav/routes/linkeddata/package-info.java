/**
 * The catalogue as linked data: each service in the terms of CPSV-AP 3.2, and in the hub's own vocabulary what CPSV-AP
 * cannot say ({@link se.tjanstenav.routes.linkeddata.LinkedData}); the catalogue itself in those of DCAT. No type of Jena
 * leaves this package.
 */
@NullMarked
package se.tjanstenav.routes.linkeddata;

import org.jspecify.annotations.NullMarked;
