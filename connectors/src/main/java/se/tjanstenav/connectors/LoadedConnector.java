package se.tjanstenav.connectors;

import java.util.List;

/** A connector that is in use, and the file it came from as it was then. */
record LoadedConnector(DescriptorFile file, AgencyConnection connection, List<Feed> feeds) {}
