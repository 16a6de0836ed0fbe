package dev.ovsdb.cli.vlog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A log file that only ever grows at its end, and is nobody's business but its owner's and group's. Guarded by its log. */
final class LogFile {
    private static final FileAttribute<?> PERMISSIONS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw----"));

    private final Path path;
    private @Nullable OutputStream out;

    LogFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    synchronized boolean isOpen() {
        return out != null;
    }

    synchronized void open() throws IOException {
        close();
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix ? new FileAttribute<?>[] {PERMISSIONS} : new FileAttribute<?>[0];
        out = Channels.newOutputStream(Files.newByteChannel(path, options, attributes));
    }

    /** A disk that is full costs lines of log and nothing else. */
    synchronized void write(String line) {
        if (out == null) {
            return;
        }
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // There is no better place to tell it.
        }
    }

    synchronized void close() {
        if (out == null) {
            return;
        }
        try {
            out.close();
        } catch (IOException e) {
            // What was written is written.
        }
        out = null;
    }
}
