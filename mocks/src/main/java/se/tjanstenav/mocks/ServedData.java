package se.tjanstenav.mocks;

/**
 * What an agency has to tell at this moment: its data files as its switches leave them. Every answer with records, whatever the
 * protocol, begins here; so this is where a switch that concerns records belongs.
 */
final class ServedData {

    private final AgencyFiles files;
    private final Gate gate;

    ServedData(AgencyFiles files, Gate gate) {
        this.files = files;
        this.gate = gate;
    }

    DataFile read(Layout layout) {
        DataFile data = files.data(layout);
        return gate.fault() == Fault.EMPTY ? data.with(Records.none()) : data;
    }
}
