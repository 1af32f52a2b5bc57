package se.tjanstenav.catalog.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.IndexRebuild;
import se.tjanstenav.catalog.IndexRebuilds;
import se.tjanstenav.catalog.RebuildRecords;
import se.tjanstenav.catalog.StoredServices;

/** Writes down what is asked for and how it goes, and leaves the making to {@link ServiceIndex}. */
final class RequestedRebuilds implements IndexRebuilds {

    private final ServiceIndex index;
    private final RebuildRecords records;
    private final StoredServices store;

    RequestedRebuilds(ServiceIndex index, RebuildRecords records, StoredServices store) {
        this.index = index;
        this.records = records;
        this.store = store;
    }

    @Override
    public IndexRebuild request(String by, Consumer<UUID> noted) {
        IndexRebuild begun = records.begin(by, store.count(), noted);
        index.rebuildInBackground(new BuildProgress() {
            @Override
            public void holds(long services) {
                records.progressed(begun.id(), services);
            }

            @Override
            public void ended(@Nullable String failure) {
                records.ended(begun.id(), failure);
            }
        });
        return begun;
    }

    @Override
    public Optional<IndexRebuild> find(UUID id) {
        return records.find(id);
    }

    @Override
    public List<IndexRebuild> latest() {
        return records.latest();
    }
}
