package dev.ovsdb.server.storage;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Where one database is kept. It is opened once and closed once.
 *
 * <p>After {@link #open} its methods are called on the lane, {@link #status} from any thread. What it has to say it tells its
 * listener on the lane too, in the order in which it was asked; futures complete on the lane. {@link #append} may answer before
 * it returns, and may block for one {@code write}; nothing else blocks but {@code open} and {@code close}.
 */
public interface Storage extends AutoCloseable {
    /** What messages call it: the file's name, for one. */
    String place();

    /**
     * Takes the storage for this server, and reads what it holds.
     *
     * @param lane where it tells what it has to say
     * @param listener hears of everything from now on, and nothing before this returns
     * @return the contents, to be read and closed before the first append
     * @throws StorageException if it is not there, not readable, somebody else's, or makes no sense. Nothing is left open
     */
    Contents open(StorageLane lane, StorageListener listener);

    /**
     * Hands over entries to be kept, in the order of their versions.
     *
     * @param base the version that the first one was executed on: the last one handed over or received
     * @param batch at least one entry; accepted whole or not at all
     */
    void append(long base, List<LogEntry> batch, Durability durability);

    /**
     * Asks for {@link StorageListener#durable} of everything accepted so far, for a durable transaction that changed nothing
     * which is kept.
     */
    void sync();

    /**
     * Replaces history by contents, in the background, while appends go on. At most one at a time.
     *
     * @param contents the database at the last version that was accepted; closed by the storage
     * @param comment what the log is to say about it
     * @return completes when it is done. Fails with {@link StorageException} if it could not be done, and all is as before;
     *     with {@link IllegalStateException} if one is under way
     */
    CompletableFuture<Void> compact(Contents contents, @Nullable String comment);

    /**
     * Replaces everything by other contents of another schema ({@code convert}). Nothing may be appended until it is done; a
     * compaction under way is given up.
     *
     * @param contents the converted database, to be at the version that was accepted last; closed by the storage
     * @param comment what the log is to say about it
     * @return completes when the new contents would outlive a crash of the machine. Fails with {@link StorageException} if it
     *     could not be done, and all is as before
     */
    CompletableFuture<Void> replace(Contents contents, @Nullable String comment);

    /** How it is just now. */
    StorageStatus status();

    /**
     * Lets go of it, after what was appended is on the disk. What is under way in the background is given up; its futures fail.
     * The listener hears nothing more. Idempotent.
     */
    @Override
    void close();
}
