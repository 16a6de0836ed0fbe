package dev.ovsdb.server.file;

import java.io.EOFException;
import java.io.IOException;

/** Copies bytes from file to file. */
final class FileCopy {
    private static final int PIECE = 1 << 18;

    private FileCopy() {}

    /** Copies what stands between two positions to a position of another file. */
    static void copy(StoredFile source, long from, long to, StoredFile target, long at) throws IOException {
        byte[] piece = new byte[(int) Math.min(PIECE, to - from)];
        long done = from;
        while (done < to) {
            int length = source.read(piece, 0, (int) Math.min(piece.length, to - done), done);
            if (length < 0) {
                throw new EOFException("End of file");
            }
            target.write(piece, 0, length, at + (done - from));
            done += length;
        }
    }
}
