package dev.ovsdb.server.storage;

import java.util.List;

/**
 * Hears what a storage made of what it was given, and what came in otherwise. Called on the lane only, in order: whatever is
 * accepted is heard of once, with rising versions.
 */
public interface StorageListener {
    /** Everything appended up to this version is written, and may be published. */
    void accepted(long version);

    /**
     * The base moved: entries from elsewhere came first. Nothing of the batches whose versions are above this one was
     * stored; they may be executed again on what {@link #received} brought.
     */
    void rejected(long version);

    /**
     * Entries above this version could not be stored and left no trace. The storage may be tried again at once, unless
     * {@link #broken} was heard too.
     */
    void failed(long version, StorageException cause);

    /** Everything up to this version, which was accepted before, would outlive a crash of the machine. */
    void durable(long version);

    /**
     * Nobody knows any more what is stored: from now on every append fails with this cause, and what waited to be durable will
     * never be known to be. Heard once. Reading goes on; only opening the storage anew can mend it.
     */
    void broken(StorageException cause);

    /** There is so much history that {@link Storage#compact} would pay. Heard again after a while if it did not happen. */
    void compactionDue();

    /**
     * Entries that were accepted elsewhere, to be applied without executing them. Storages of one server never call it.
     */
    default void received(List<LogEntry> entries) {
        throw new IllegalStateException("this database has no other members");
    }

    /**
     * Contents that take the place of all that was known, since the entries that led there are gone. To be closed by the
     * listener. Storages of one server never call it.
     */
    default void installed(Contents contents) {
        contents.close();
        throw new IllegalStateException("this database has no other members");
    }

    /** {@link Storage#status()} has changed in something that {@code _Server} tells. */
    default void statusChanged() {}
}
