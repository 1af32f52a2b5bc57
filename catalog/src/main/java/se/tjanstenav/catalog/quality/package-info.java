/**
 * How good the agencies' own records are. Start at {@link se.tjanstenav.catalog.quality.QualityRule}, the list of what
 * takes points, and at {@link se.tjanstenav.catalog.quality.QualityReports} for what the store tells of the scores. Only
 * what was published is scored, and nothing is fetched: what a run rejects is told by its report.
 */
@NullMarked
package se.tjanstenav.catalog.quality;

import org.jspecify.annotations.NullMarked;
