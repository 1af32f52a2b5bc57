package se.tjanstenav.catalog.model;

/**
 * A public organisation (CPSV-AP {@code cv:PublicOrganisation}) that answers for services.
 *
 * @param name the name people know it by
 */
public record Agency(AgencyId id, LocalizedText name) {}
