package dev.ovsdb.server.engine.database;

import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.engine.lane.Batch;
import dev.ovsdb.server.engine.lane.Stored;
import dev.ovsdb.server.engine.settings.EngineLimits;
import dev.ovsdb.server.engine.store.Pin;
import dev.ovsdb.server.engine.store.Version;
import dev.ovsdb.server.engine.wait.BlockedTransactions;
import dev.ovsdb.server.storage.Contents;
import dev.ovsdb.server.storage.Storage;
import dev.ovsdb.server.storage.StorageException;
import dev.ovsdb.server.storage.StorageListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database that is served.
 *
 * <p>Its life from version to version:
 *
 * <pre>
 *   executed on the head --&gt; handed to storage at the end of the turn --&gt; accepted --&gt; published --&gt; durable
 *                                             `--(failed)--&gt; fallen: the head is the published version again
 * </pre>
 */
public final class ServedDatabase implements StorageListener, Stored {
    private static final Logger LOG = LoggerFactory.getLogger(ServedDatabase.class);

    private final Storage storage;
    private final Set<String> virtualTables;
    private final Surroundings surroundings;
    private final Watchers watchers = new Watchers();
    private final BlockedTransactions blocked = new BlockedTransactions();
    private final Dependents dependents = new Dependents();
    private final DurableWaits durableWaits = new DurableWaits();
    private final Freeze freeze = new Freeze();
    private final PinWatch pins = new PinWatch();
    private final Compaction compaction = new Compaction(this);
    private final PublishListeners listeners;
    private final Unstored unstored;
    private final String name;

    private volatile DatabaseInstance instance;
    private final List<Runnable> published = new ArrayList<>();
    private boolean syncWanted;
    private boolean removed;

    ServedDatabase(
            Storage storage,
            Set<String> virtualTables,
            Surroundings surroundings,
            DatabaseInstance instance,
            long version) {
        this.storage = storage;
        this.virtualTables = virtualTables;
        this.surroundings = surroundings;
        this.instance = instance;
        this.name = instance.schema().name();
        this.listeners = new PublishListeners(surroundings.home());
        this.unstored = new Unstored(storage, virtualTables, version);
    }

    /** Any thread. */
    public String name() {
        return name;
    }

    /** Whether it is the server's own. Any thread. */
    public boolean isReserved() {
        return name.startsWith("_");
    }

    /** Any thread. */
    public DatabaseInstance instance() {
        return instance;
    }

    /** Any thread. */
    public DatabaseSchema schema() {
        return instance.schema();
    }

    /** Any thread may ask for its status. */
    public Storage storage() {
        return storage;
    }

    /** The tables that only this process writes, and that are never stored. Any thread. */
    public Set<String> virtualTables() {
        return virtualTables;
    }

    public Watchers watchers() {
        return watchers;
    }

    public PinWatch pins() {
        return pins;
    }

    public BlockedTransactions blocked() {
        return blocked;
    }

    /** Any thread. */
    public PublishListeners listeners() {
        return listeners;
    }

    /** Whether it is served no more. */
    public boolean isRemoved() {
        return removed;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    // ---- From execution to publication.

    /** A transaction made a version of the head. Who may have waited for it is not woken by this. */
    public void executed(Version version, @Nullable String comment, boolean durable) {
        instance.hub().committed(version);
        listeners.executed(version.changes());
        unstored.executed(version, surroundings.clock().now(), comment, durable);
        surroundings.turn().changed(this);
    }

    /** Whether all that was executed is published. */
    public boolean isPublished() {
        return unstored.isEmpty();
    }

    /** Whether a version is published. */
    public boolean isPublished(long version) {
        return unstored.isEmpty() || instance.store().publishedVersion() >= version;
    }

    /** Something was computed on the head: it is told if that falls. */
    public void depends(Unpublished what) {
        if (!unstored.isEmpty()) {
            dependents.add(instance.store().headVersion(), what);
        }
    }

    /** Tells when all that was executed so far is durable; not if it falls. */
    public void whenDurable(Durable who) {
        durableWaits.add(unstored.lastLogged(), who);
        syncWanted = true;
        surroundings.turn().changed(this);
    }

    @Override
    public void store() {
        boolean sync = syncWanted;
        syncWanted = false;
        boolean synced = unstored.handOver(sync);
        publish();
        if (sync && !synced) {
            storage.sync();
        }
    }

    private void publish() {
        Unstored.Publishable all = unstored.takePublishable();
        if (all == null) {
            return;
        }
        DatabaseInstance now = instance;
        now.store().publish(all.version());
        now.hub().publish(all.version());
        dependents.published(all.version());
        listeners.published();
        watchers.wake(surroundings.turn());
        surroundings.listener().published(name, all.transactions(), all.changes());
        if (pins.isDue(now.store(), surroundings.limits().supersededBytes())) {
            sweepPins(); // Time alone would let a fast writer fill the memory between two looks.
        }
        if (unstored.isEmpty() && !published.isEmpty()) {
            List<Runnable> due = List.copyOf(published);
            published.clear();
            due.forEach(Runnable::run);
        }
    }

    // ---- What storage tells.

    @Override
    public void accepted(long version) {
        unstored.accepted(version);
        publish();
    }

    @Override
    public void rejected(long version) {
        accepted(version);
        fallBack(null);
    }

    @Override
    public void failed(long version, StorageException cause) {
        LOG.error("{}: transactions could not be stored: {}", storage.place(), cause.getMessage());
        surroundings.listener().storageFailed(name, String.valueOf(cause.getMessage()));
        accepted(version);
        fallBack(cause.toOperationError());
    }

    private void fallBack(@Nullable OperationError error) {
        unstored.fellBack();
        DatabaseInstance now = instance;
        now.store().fallBack();
        now.hub().fallBack(now.store().headVersion());
        durableWaits.fellBack(unstored.lastLogged());
        dependents.fellBack(error);
    }

    @Override
    public void durable(long version) {
        durableWaits.durable(version);
    }

    @Override
    public void broken(StorageException cause) {
        LOG.error("{}: served read-only from now on: {}", storage.place(), cause.getMessage());
        durableWaits.broken(cause.toOperationError());
    }

    @Override
    public void compactionDue() {
        compaction.due();
    }

    @Override
    public void statusChanged() {
        surroundings.statusChanged().accept(this);
    }

    /**
     * Has the log replaced by the published contents, in the background.
     *
     * @return completes in the lane
     */
    public CompletableFuture<Void> compact() {
        return compaction.begin();
    }

    /** The published version, as its storage is to be given it. Closed by who takes it. */
    public Contents publishedContents() {
        Pin pin = instance.store().pinPublished();
        return new PinnedContents(pin, virtualTables, unstored.toStored(pin.version()));
    }

    /** Looks for versions that are held for too long, or hold back too much. */
    public void sweepPins() {
        EngineLimits limits = surroundings.limits();
        pins.sweep(instance.store(), surroundings.clock().nanoTime(), limits.pinPatience(), limits.supersededBytes());
    }

    // ---- Conversion and removal.

    /** Runs an action in the lane when all that was executed is published; at once if it is. */
    public void whenPublished(Runnable action) {
        store();
        if (unstored.isEmpty()) {
            action.run();
        } else {
            published.add(action);
        }
    }

    /** What storage is to keep of contents that take the place of these. Closed by who takes it. */
    public Contents convertedContents(DatabaseInstance converted) {
        return new PinnedContents(
                converted.store().pinPublished(),
                virtualTables,
                unstored.toStored(instance.store().publishedVersion()));
    }

    public boolean isFrozen() {
        return freeze.isFrozen();
    }

    /** Keeps a batch whose next message is for this database, until it is frozen no more. */
    public Batch.Step park(Batch batch) {
        freeze.park(batch);
        return Batch.Step.PARKED;
    }

    /** Holds back everything that concerns this database. */
    public void freeze() {
        freeze.begin();
    }

    /** Goes on, with what was held back first. */
    public void thaw() {
        freeze.end(surroundings.lane());
    }

    /** Serves other contents from now on, which storage has. Everything is published, and nobody is blocked. */
    public void replace(DatabaseInstance converted) {
        unstored.restart();
        instance = converted;
        listeners.replaced();
    }

    /** Serves it no more: whoever waits for its storage is told so, and that is closed. */
    public void remove() {
        store();
        removed = true;
        OperationError gone = OperationError.of(ErrorTag.CANCELED, "database " + name + " was removed");
        if (!unstored.isEmpty()) {
            fallBack(gone);
        }
        durableWaits.broken(gone);
        storage.close();
    }
}
