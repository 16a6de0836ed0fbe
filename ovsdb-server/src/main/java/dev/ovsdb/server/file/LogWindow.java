package dev.ovsdb.server.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Bytes of a file, read ahead in large pieces. */
final class LogWindow implements Closeable {
    private static final int SIZE = 1 << 18;

    private final InputStream file;
    private final byte[] bytes = new byte[SIZE];
    private int from;
    private int to;
    private long end; // The position in the file of what follows the window.

    LogWindow(InputStream file) {
        this.file = file;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where in {@link #bytes} the next byte is. */
    int from() {
        return from;
    }

    /** How many bytes are there. */
    int available() {
        return to - from;
    }

    /** The position of the next byte in the file. */
    long position() {
        return end - available();
    }

    void skip(int count) {
        from += count;
    }

    /** Reads on until so many bytes are there, or the file has ended; answers how many are there. */
    int fill(int wanted) throws IOException {
        if (SIZE - from < wanted) {
            System.arraycopy(bytes, from, bytes, 0, available());
            to -= from;
            from = 0;
        }
        while (available() < wanted) {
            int read = file.read(bytes, to, SIZE - to);
            if (read < 0) {
                break;
            }
            to += read;
            end += read;
        }
        return available();
    }

    /** Where in {@link #bytes} the line ends that begins here, behind its line feed; -1 if there is none within so many bytes. */
    int lineEnd(int longest) {
        int limit = from + Math.min(available(), longest);
        for (int i = from; i < limit; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
