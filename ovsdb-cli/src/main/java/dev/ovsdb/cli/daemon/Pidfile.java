package dev.ovsdb.cli.daemon;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.console.SystemErrors;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The file that holds this process's id while it runs.
 *
 * <p>Its lock tells others that the process lives: {@code ovs-appctl} believes no pidfile without one. The lock also goes when
 * the process is killed; the file then does not. Opening and closing the file anywhere else in this JVM would drop the lock.
 */
public final class Pidfile implements AutoCloseable {
    private static final Pidfile NONE = new Pidfile(null, null);

    private final @Nullable Path file;
    private final @Nullable FileChannel channel;

    private Pidfile(@Nullable Path file, @Nullable FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** There is no such file. */
    public static Pidfile none() {
        return NONE;
    }

    /**
     * Writes the file, and locks it.
     *
     * @param overwrite whether to do so even if another process holds it
     * @throws CommandException if it is held or cannot be written, in the reference's words
     */
    public static Pidfile claim(Path file, boolean overwrite) {
        if (!overwrite) {
            requireFree(file);
        }
        // Made beside it and moved there: whoever finds the file finds it whole and locked.
        Path made = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            FileChannel channel = FileChannel.open(
                    made, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            if (channel.tryLock() == null) {
                channel.close();
                throw new CommandException(made + ": fcntl(F_SETLK) failed (Resource temporarily unavailable)");
            }
            String pid = ProcessHandle.current().pid() + "\n";
            channel.write(StandardCharsets.US_ASCII.encode(pid));
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            file.toFile().deleteOnExit(); // For the ends that do not come back here: a signal, a time-out.
            return new Pidfile(file, channel);
        } catch (IOException e) {
            throw new CommandException(made + ": create failed (" + SystemErrors.of(e) + ")", e);
        }
    }

    private static void requireFree(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (!isLocked(channel)) {
                return;
            }
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new CommandException(file + ": pidfile check failed (" + SystemErrors.of(e) + "), aborting", e);
        }
        throw new CommandException(file + ": already running as pid " + pidIn(file) + ", aborting");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try (FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true; // Held in this JVM.
        }
    }

    private static String pidIn(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new CommandException(file + ": read: " + SystemErrors.of(e), e);
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
            throw new CommandException(file + ": cannot be removed (" + SystemErrors.of(e) + ")", e);
        }
    }
}
