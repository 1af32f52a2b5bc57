package se.tjanstenav.connectors.registry;

import java.util.ArrayList;
import java.util.List;
import se.tjanstenav.connectors.CheckedDescriptor;
import se.tjanstenav.connectors.Connectors;
import se.tjanstenav.connectors.DescriptorFault;
import se.tjanstenav.connectors.RegisteredConnectors;
import se.tjanstenav.connectors.descriptor.DescriptorReader;
import se.tjanstenav.connectors.descriptor.Problem;
import se.tjanstenav.connectors.descriptor.SecretReferences;

/** Everything that a version is held against before it may run: as the form, so its mapping tests and its secrets. */
final class VersionCheck {

    private final DescriptorReader reader;
    private final RegisteredConnectors registered;
    private final Connectors connectors;

    VersionCheck(DescriptorReader reader, RegisteredConnectors registered, Connectors connectors) {
        this.reader = reader;
        this.registered = registered;
        this.connectors = connectors;
    }

    List<Problem> faults(String connector, String text) {
        List<Problem> faults = new ArrayList<>();
        CheckedDescriptor.of(
                        RegisteredConnectors.source(connector),
                        text,
                        reader.following(SecretReferences.to(registered.secrets(connector))))
                .faults()
                .forEach(fault -> faults.add(problem(fault)));
        if (connectors.idsOfFiles().contains(connector)) {
            faults.add(new Problem(
                    "/metadata/id",
                    0,
                    0,
                    "a descriptor file of the operator has the connector id '%s', and is used instead"
                            .formatted(connector),
                    "Register the connector under another id, or ask the operator to remove the file."));
        }
        return faults;
    }

    private static Problem problem(DescriptorFault fault) {
        return new Problem(fault.pointer(), fault.line(), fault.column(), fault.problem(), fault.remedy());
    }
}
