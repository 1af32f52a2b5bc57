package se.tjanstenav.routes.linkeddata;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the description of the catalogue says of whoever runs the hub.
 *
 * @param publisher name of the organisation that publishes the catalogue
 * @param publisherPage its web site
 * @param licence under which the catalogue may be used, such as
 *     {@code http://publications.europa.eu/resource/authority/licence/CC0}; nothing is said where it is not set, since the
 *     hub cannot give away what agencies own
 */
@ConfigurationProperties("tjanstenav.linked-data")
public record LinkedDataProperties(
        @DefaultValue("Tjänstenav") String publisher,
        @Nullable URI publisherPage,
        @Nullable URI licence) {}
