package dev.ovsdb.server.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands behind the last good record of a file that is to be written to. A record that was cut short is cut off. Anything else
 * is put aside first, into a file {@code NAME.damaged-OFFSET}: it may hold what somebody wants back.
 */
final class LogTail {
    private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);
    private static final int MOST_COPIES = 100;

    private final FileSystem files;
    private final Path path;
    private final LogException damage;
    private final long end;

    LogTail(FileSystem files, Path path, LogException damage, long end) {
        this.files = files;
        this.path = path;
        this.damage = damage;
        this.end = end;
    }

    /** Cuts it off. */
    void remove(StoredFile file) throws IOException {
        long size = file.size();
        if (damage.kind() != LogException.Kind.CUT_SHORT) {
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
