package se.tjanstenav.mocks.agency;

import se.tjanstenav.mocks.records.Changes;
import se.tjanstenav.mocks.records.DataFile;
import se.tjanstenav.mocks.records.GeneratedRecords;
import se.tjanstenav.mocks.records.Layout;
import se.tjanstenav.mocks.records.RecordFaults;
import se.tjanstenav.mocks.records.Records;

/**
 * What an agency has to tell at this moment: its data files as its switches leave them. Every answer with records,
 * whatever the protocol, begins here; so this is where a switch that concerns records belongs.
 */
public final class ServedData {

    private final AgencyFiles files;
    private final Gate gate;

    public ServedData(AgencyFiles files, Gate gate) {
        this.files = files;
        this.gate = gate;
    }

    /**
     * @param paged whether the records are handed out page by page
     * @param begins whether a harvest begins with this question, and does not go on
     */
    public DataFile read(Layout layout, boolean paged, boolean begins) {
        DataFile data = files.data(layout);
        Gate.Volume volume = gate.volume(layout.file());
        Records records =
                volume == null ? data.records() : GeneratedRecords.of(data.records(), volume.records(), volume.seed());
        records = Changes.at(gate.harvest(layout.file(), begins), records);
        return data.with(RecordFaults.spoiled(gate.fault(), records, paged, layout.file()));
    }
}
