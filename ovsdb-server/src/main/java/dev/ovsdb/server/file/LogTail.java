package dev.ovsdb.server.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands behind the last good record of a file that is to be written to. A record that was cut short is cut off. Anything else
 * is put aside first, into a file {@code NAME.damaged-OFFSET}: it may hold what somebody wants back.
 *
 * <p>A record whose header promises more than there is may have been cut short, or its length may be damaged, and then others follow.
 * The header and the JSON are a line each, so what was cut short has no second line's end.
 */
final class LogTail {
    private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);
    private static final int MOST_COPIES = 100;
    private static final int PIECE = 1 << 16;

    private final FileSystem files;
    private final Path path;
    private final boolean cutShort;
    private final long end;

    private LogTail(FileSystem files, Path path, boolean cutShort, long end) {
        this.files = files;
        this.path = path;
        this.cutShort = cutShort;
        this.end = end;
    }

    /** What stands in the file behind this offset, where the record begins that has this fault. */
    static LogTail of(FileSystem files, Path path, LogException damage, long end, StoredFile file) throws IOException {
        boolean cutShort = damage.kind() == LogException.Kind.CUT_SHORT && !hasTwoLines(file, end);
        return new LogTail(files, path, cutShort, end);
    }

    private static boolean hasTwoLines(StoredFile file, long from) throws IOException {
        byte[] piece = new byte[PIECE];
        int lines = 0;
        long at = from;
        int length = file.read(piece, 0, PIECE, at);
        while (length > 0 && lines < 2) {
            for (int i = 0; i < length; i++) {
                if (piece[i] == '\n') {
                    lines++;
                }
            }
            at += length;
            length = file.read(piece, 0, PIECE, at);
        }
        return lines >= 2;
    }

    /** Whether it is one record that was not written to its end. */
    boolean isCutShort() {
        return cutShort;
    }

    /** Cuts it off. */
    void remove(StoredFile file) throws IOException {
        long size = file.size();
        if (!cutShort) {
            Path aside = copy(file, size);
            LOG.error(
                    "{}: put the {} bytes from offset {} on aside into {}, since they are damaged",
                    path,
                    size - end,
                    end,
                    aside);
        } else {
            LOG.warn("{}: cut off the {} bytes of an incomplete record at offset {}", path, size - end, end);
        }
        file.truncate(end);
    }

    private Path copy(StoredFile file, long size) throws IOException {
        for (int i = 0; i < MOST_COPIES; i++) {
            Path aside = path.resolveSibling(path.getFileName() + ".damaged-" + end + (i == 0 ? "" : "-" + i));
            try (StoredFile copy = files.open(aside, OpenMode.CREATE)) {
                FileCopy.copy(file, end, size, copy, 0);
                copy.sync();
                files.syncFolder(NewFile.folder(path));
                return aside;
            } catch (FileAlreadyExistsException e) {
                LOG.debug("{} is there already", aside);
            }
        }
        throw new IOException("there are " + MOST_COPIES + " damaged pieces already");
    }
}
