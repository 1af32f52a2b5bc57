package se.tjanstenav.catalog.words;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which words mean the same, beside those the hub knows by itself.
 *
 * @param thesauri files that are read when the hub starts: {@code <name>-sv.txt}, {@code -en.txt} or {@code -fi.txt} in the
 *     format of Solr's synonyms, or {@code <name>.json} with concepts that have {@code label} and {@code altLabels}
 */
@ConfigurationProperties("tjanstenav.catalog.search.words")
public record WordsProperties(@DefaultValue List<Path> thesauri) {

    public WordsProperties {
        thesauri = List.copyOf(thesauri);
    }
}
