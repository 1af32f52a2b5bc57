package se.tjanstenav.connectors;

/** A connector that is in use, and the descriptor it was made of. */
record LoadedConnector(CheckedDescriptor descriptor, AgencyConnection connection, ConnectorFeeds feeds) {}
