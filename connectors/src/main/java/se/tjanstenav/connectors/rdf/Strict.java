package se.tjanstenav.connectors.rdf;

import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;

/** Ends the parsing at the first error, and says where it is; what is merely unusual passes. */
final class Strict implements ErrorHandler {

    @Override
    public void warning(String message, long line, long column) {}

    @Override
    public void error(String message, long line, long column) {
        throw new RiotException(line > 0 ? "line %d column %d: %s".formatted(line, column, message) : message);
    }

    @Override
    public void fatal(String message, long line, long column) {
        error(message, line, column);
    }
}
