package dev.ovsdb.cli.vlog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A log file that only ever grows at its end. Guarded by its log. */
final class LogFile {
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
        out = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
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
