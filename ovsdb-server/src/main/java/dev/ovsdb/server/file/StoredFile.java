package dev.ovsdb.server.file;

import java.io.Closeable;
import java.io.IOException;

/**
 * An open file. One thread reads or writes at a time; {@link #sync} may be called meanwhile by another. An interrupt of the
 * calling thread does not harm it.
 */
public interface StoredFile extends Closeable {
    long size() throws IOException;

    /** Reads some bytes at a position; answers how many, or -1 at the end. */
    int read(byte[] into, int offset, int length, long position) throws IOException;

    /** Writes all of these bytes at a position. If it fails some of them may have been written. */
    void write(byte[] from, int offset, int length, long position) throws IOException;

    /** Cuts what is beyond this length. */
    void truncate(long length) throws IOException;

    /** Returns when all that was written before would outlive a crash of the machine. */
    void sync() throws IOException;
}
