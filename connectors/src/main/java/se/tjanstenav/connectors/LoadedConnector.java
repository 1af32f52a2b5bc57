package se.tjanstenav.connectors;

import java.util.List;

/** A connector that is in use, and the descriptor it was made of. */
record LoadedConnector(CheckedDescriptor descriptor, AgencyConnection connection, List<Feed> feeds) {}
