package dev.ovsdb.server.storage;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a storage is, as {@code _Server}'s {@code Database} table tells it, and how much it holds.
 *
 * @param model {@code standalone} or {@code clustered}
 * @param connected whether it is in touch with what makes its decisions
 * @param leader whether this server makes them
 * @param clusterOrNull the cluster's id
 * @param serverOrNull this server's id in the cluster
 * @param index the last entry's number in the cluster's log
 * @param records how many entries were read and written since contents were last written whole
 * @param bytes how much room it takes; 0 if it takes none on a disk
 * @param brokenOrNull why every append fails, if it does
 */
public record StorageStatus(
        String model,
        boolean connected,
        boolean leader,
        @Nullable UUID clusterOrNull,
        @Nullable UUID serverOrNull,
        OptionalLong index,
        long records,
        long bytes,
        @Nullable StorageException brokenOrNull) {

    /** Of a storage that one server has for itself. */
    public static StorageStatus standalone(long records, long bytes, @Nullable StorageException broken) {
        return new StorageStatus("standalone", true, true, null, null, OptionalLong.empty(), records, bytes, broken);
    }

    /** The cluster's id. */
    public Optional<UUID> cluster() {
        return Optional.ofNullable(clusterOrNull);
    }

    /** This server's id in the cluster. */
    public Optional<UUID> server() {
        return Optional.ofNullable(serverOrNull);
    }

    /** Why every append fails, if it does. */
    public Optional<StorageException> broken() {
        return Optional.ofNullable(brokenOrNull);
    }
}
