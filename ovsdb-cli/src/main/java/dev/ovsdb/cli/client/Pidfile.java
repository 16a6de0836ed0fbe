package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.CommandException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The file that holds this process's id while a verb runs.
 *
 * <p>Its lock tells others that the process lives; it also goes when the process is killed, the file then does not.
 */
final class Pidfile implements AutoCloseable {
    private static final Pidfile NONE = new Pidfile(null, null);

    private final @Nullable Path file;
    private final @Nullable FileChannel channel;

    private Pidfile(@Nullable Path file, @Nullable FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Writes the file that the options name, if they do. */
    static Pidfile claim(ClientOptions options) {
        return options.pidfile()
                .map(file -> claim(file, options.overwritePidfile()))
                .orElse(NONE);
    }

    private static Pidfile claim(Path file, boolean overwrite) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null && !overwrite) {
                channel.close();
                throw new CommandException(file + ": pidfile check failed (a process holds it), aborting");
            }
            channel.truncate(0);
            String pid = ProcessHandle.current().pid() + "\n";
            channel.write(StandardCharsets.US_ASCII.encode(pid));
            file.toFile().deleteOnExit(); // For the ends that do not come back here: a signal, a time-out.
            return new Pidfile(file, channel);
        } catch (IOException e) {
            throw new CommandException(file + ": create failed (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new CommandException(file + ": cannot be removed (" + e.getMessage() + ")", e);
        }
    }
}
