package dev.ovsdb.server.file;

import java.io.IOException;
import java.io.InputStream;

/** An open file from its beginning on. For one thread. */
final class FileInput extends InputStream {
    private final StoredFile file;
    private long position;

    FileInput(StoredFile file) {
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = file.read(into, offset, length, position);
        position += Math.max(count, 0);
        return count;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
