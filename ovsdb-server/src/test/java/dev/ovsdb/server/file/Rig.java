package dev.ovsdb.server.file;

import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.server.storage.Durability;
import dev.ovsdb.server.storage.LogEntry;
import dev.ovsdb.server.storage.StorageException;
import dev.ovsdb.server.storage.StorageListener;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A file storage on a {@link FaultFileSystem} whose lane and threads are the test's own, and which plays the engine. */
final class Rig implements StorageListener {
    static final Path DB = Path.of("/data/db");

    final FaultFileSystem files;
    final Model model;
    final Tasks lane = new Tasks();
    final Tasks syncing = new Tasks();
    final Tasks rewriting = new Tasks();
    final List<StorageException> failures = new ArrayList<>();
    final TestClock clock = new TestClock();
    FileStorage storage;
    long accepted;
    long durable;
    int due;

    @Nullable
    StorageException broken;

    /** A clock that the test moves. */
    static final class TestClock implements Clock {
        long nanos;

        @Override
        public long nanoTime() {
            return nanos;
        }

        @Override
        public Instant now() {
            return Instant.EPOCH.plusNanos(nanos);
        }
    }

    Rig(long seed) {
        this(new FaultFileSystem(), new Model(seed));
        LogFile.at(files, DB).create(Model.SCHEMA);
    }

    Rig(FaultFileSystem files, Model model) {
        this.files = files;
        this.model = model;
        this.accepted = model.version();
        this.durable = accepted;
        this.storage = storage(true);
    }

    FileStorage storage(boolean differences) {
        return FileStorage.builder(DB)
                .files(files)
                .clock(clock)
                .differences(differences)
                .executors(syncing, rewriting)
                .build();
    }

    Map<UUID, Row> open() {
        return rows(storage.open(lane, this));
    }

    /** Executes and appends a batch of so many transactions. */
    void append(int count, Durability durability) {
        long base = model.version();
        List<LogEntry> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(model.change());
        }
        storage.append(base, batch, durability);
        model.fallBack(accepted);
    }

    /** Lets everything run that waits. */
    void settle() {
        while (syncing.runOne() || rewriting.runOne() || lane.runOne()) {
            // On.
        }
    }

    CompletableFuture<Void> compact() {
        return storage.compact(model.contents(), "compacted");
    }

    /** What the file holds. */
    Map<UUID, Row> stored() {
        return rows(LogFile.at(files, DB).rows());
    }

    static Map<UUID, Row> rows(LogRows contents) {
        Map<UUID, Row> rows = new LinkedHashMap<>();
        contents.forEachRow((table, uuid, row) -> rows.put(uuid, row));
        return rows;
    }

    @Override
    public void accepted(long version) {
        accepted = version;
    }

    @Override
    public void rejected(long version) {
        throw new AssertionError("a file rejects nothing");
    }

    @Override
    public void failed(long version, StorageException cause) {
        failures.add(cause);
    }

    @Override
    public void durable(long version) {
        durable = version;
    }

    @Override
    public void broken(StorageException cause) {
        broken = cause;
    }

    @Override
    public void compactionDue() {
        due++;
    }
}
