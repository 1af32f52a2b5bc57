package se.tjanstenav.mocks;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.mocks.agency.Agency;
import se.tjanstenav.mocks.agency.AgencyFiles;
import se.tjanstenav.mocks.agency.Gate;
import se.tjanstenav.mocks.agency.RunningAgency;
import se.tjanstenav.mocks.agency.ServedData;
import se.tjanstenav.mocks.agency.Stub;
import se.tjanstenav.mocks.identity.StubKeys;
import se.tjanstenav.mocks.rest.RestStub;
import se.tjanstenav.mocks.soap.SoapStub;

/** Builds an agency's server from its description. */
record StubFactory(StubKeys keys, Duration tokenLife, Clock clock) {

    RunningAgency make(Agency agency, @Nullable Path external, int port) {
        AgencyFiles files = new AgencyFiles(agency, external);
        Gate gate = new Gate();
        ServedData served = new ServedData(files, gate);
        Agency.Soap contract = agency.soap();
        Stub stub = contract == null
                ? RestStub.of(agency, files.folder(), served, gate, keys, tokenLife, clock)
                : SoapStub.of(agency, contract, served, gate, keys);
        return new RunningAgency(agency, files, gate, stub, port);
    }

    /** The agency that a folder outside this module describes. */
    static Agency fromOutside(Path folder) {
        Agency agency = Agency.in(folder);
        if (agency.soap() != null
                || Agency.all().stream().anyMatch(each -> each.id().equals(agency.id()))) {
            throw new IllegalArgumentException(folder + " describes " + agency.id()
                    + "; a folder outside must have an id of its own, and no \"soap\"");
        }
        return agency;
    }
}
