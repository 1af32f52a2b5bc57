package se.tjanstenav.catalog;

/**
 * What a record of a feed is made of. Two records of one id are the same contribution, with the same warnings, wherever
 * their fingerprints are equal.
 *
 * @param externalId the record's identity in its feed
 * @param value differs as soon as the source, or the way in which the feed maps it, does
 */
public record RecordFingerprint(String externalId, String value) {}
