package se.tjanstenav.connectors.egress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/** Counts what is read and ends the reading beyond a limit or a deadline. */
final class BoundedBody extends FilterInputStream {

    private final long limit;
    private final String what;
    private final RunDeadline deadline;
    private long read;
    private boolean atEnd;

    BoundedBody(InputStream in, long limit, String what, RunDeadline deadline) {
        super(in);
        this.limit = limit;
        this.what = what;
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        int value = timely(() -> super.read());
        atEnd |= value < 0;
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = timely(() -> super.read(buffer, offset, length));
        atEnd |= count < 0;
        count(Math.max(0, count));
        return count;
    }

    /** The connection is cut when the run's time is over; what breaks then is told as that. */
    private int timely(Reading reading) throws IOException {
        try {
            return reading.read();
        } catch (IOException e) {
            deadline.check();
            throw e;
        }
    }

    @FunctionalInterface
    private interface Reading {
        int read() throws IOException;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Whether everything has been read. */
    boolean atEnd() {
        return atEnd;
    }

    /** How many bytes have been read. */
    long bytesRead() {
        return read;
    }

    private void count(long count) {
        read += count;
        if (read > limit) {
            throw SourceException.of(
                    FaultCode.TOO_LARGE, "The answer is larger than %d bytes %s".formatted(limit, what));
        }
        deadline.check();
    }
}
