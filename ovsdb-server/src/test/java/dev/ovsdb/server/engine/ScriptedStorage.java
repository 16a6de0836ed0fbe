package dev.ovsdb.server.engine;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.storage.Contents;
import dev.ovsdb.server.storage.Durability;
import dev.ovsdb.server.storage.LogEntry;
import dev.ovsdb.server.storage.MemoryStorage;
import dev.ovsdb.server.storage.Storage;
import dev.ovsdb.server.storage.StorageException;
import dev.ovsdb.server.storage.StorageLane;
import dev.ovsdb.server.storage.StorageListener;
import dev.ovsdb.server.storage.StorageStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A storage that answers when and how the test says. */
final class ScriptedStorage implements Storage {
    static final StorageException FULL = new StorageException("a: write failed", "No space left on device", null);

    final List<LogEntry> appended = new ArrayList<>();
    final List<Durability> durabilities = new ArrayList<>();
    final List<Long> bases = new ArrayList<>();
    final List<DatabaseSchema> replacements = new ArrayList<>();
    private final DatabaseSchema schema;
    private @Nullable StorageListener listener;
    private @Nullable Executor lane;

    /** What becomes of appends, and of syncs. */
    enum Answer {
        AT_ONCE,
        LATER,
        REFUSED
    }

    Answer writing = Answer.AT_ONCE;
    Answer syncing = Answer.AT_ONCE;

    @Nullable
    CompletableFuture<Void> replacing;

    CompletableFuture<Void> compacting = CompletableFuture.completedFuture(null);
    OptionalLong index = OptionalLong.empty();
    Consumer<StorageListener> whileOpening = listener -> {};
    int compactions;

    boolean closed;

    ScriptedStorage(DatabaseSchema schema) {
        this.schema = schema;
    }

    @Override
    public String place() {
        return "scripted";
    }

    @Override
    public Contents open(StorageLane executor, StorageListener hears) {
        lane = executor;
        listener = hears;
        whileOpening.accept(hears);
        return new MemoryStorage(schema).open(executor, hears);
    }

    @Override
    public void append(long base, List<LogEntry> batch, Durability durability) {
        bases.add(base);
        durabilities.add(durability);
        if (writing == Answer.REFUSED) {
            listener().failed(base, FULL);
            return;
        }
        appended.addAll(batch);
        long last = batch.get(batch.size() - 1).version();
        if (writing == Answer.AT_ONCE) {
            listener().accepted(last);
            if (durability == Durability.SYNCED && syncing == Answer.AT_ONCE) {
                listener().durable(last);
            }
        }
    }

    @Override
    public void sync() {
        if (syncing == Answer.AT_ONCE) {
            listener().durable(last());
        }
    }

    long last() {
        return appended.isEmpty() ? 0 : appended.get(appended.size() - 1).version();
    }

    /** Tells something in the lane, as a storage's own thread does. */
    void tell(Consumer<StorageListener> what) {
        Objects.requireNonNull(lane).execute(() -> what.accept(listener()));
    }

    @Override
    public CompletableFuture<Void> compact(Contents contents, @Nullable String comment) {
        compactions++;
        contents.close();
        return compacting;
    }

    @Override
    public CompletableFuture<Void> replace(Contents contents, @Nullable String comment) {
        replacements.add(contents.schema());
        contents.close();
        return replacing == null ? CompletableFuture.completedFuture(null) : replacing;
    }

    @Override
    public StorageStatus status() {
        return new StorageStatus("standalone", true, true, null, null, index, appended.size(), 0, null);
    }

    @Override
    public void close() {
        closed = true;
    }

    private StorageListener listener() {
        return Objects.requireNonNull(listener);
    }
}
