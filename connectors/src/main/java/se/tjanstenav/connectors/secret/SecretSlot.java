package se.tjanstenav.connectors.secret;

/** Where a stored secret belongs: its name, the connector that may read it, and the field that may use it. */
public record SecretSlot(String name, String connector, SecretField field) {}
