package dev.ovsdb.server.engine.store;

import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.data.RowChange;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The contents of one database in versions. Confined to the lane but for what says otherwise. */
public final class DatabaseStore {
    private final DatabaseSchema schema;
    private final IdSource ids;
    private final Clock clock;
    private final Tables tables;
    private final Totals totals = new Totals();
    private final VersionLog versions = new VersionLog();
    private final Pins pins = new Pins(versions);
    private @Nullable StoreTransaction open;
    private @Nullable Loader loader;

    /** An empty database, at version 0. */
    public DatabaseStore(DatabaseSchema schema, IdSource ids, Clock clock) {
        this.schema = schema;
        this.ids = ids;
        this.clock = clock;
        this.tables = new Tables(schema);
    }

    /** As the other one, with the JVM's own clock for the age of pins. */
    public DatabaseStore(DatabaseSchema schema, IdSource ids) {
        this(schema, ids, Clock.system());
    }

    /** Any thread. */
    public DatabaseSchema schema() {
        return schema;
    }

    /** The table of this name, null if there is none. Any thread. */
    public @Nullable TableStore table(String name) {
        return tables.find(name);
    }

    /**
     * The table of one of this schema's tables. Any thread.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public TableStore table(TableSchema table) {
        TableStore found = tables.find(table.name());
        if (found == null) {
            throw new IllegalArgumentException(schema + " has no table " + table.name());
        }
        return found;
    }

    /** All tables in the order of the schema. Any thread. */
    public List<TableStore> tables() {
        return tables.list();
    }

    /**
     * Begins a transaction on the head.
     *
     * @throws IllegalStateException if the one before has not ended, or the store is being filled
     */
    public StoreTransaction begin() {
        if (open != null || loader != null) {
            throw new IllegalStateException(open != null ? "a transaction is under way" : "the store is being filled");
        }
        StoreTransaction begun = new StoreTransaction(this);
        open = begun;
        return begun;
    }

    CommitResult commit(StoreTransaction transaction) {
        OperationError error = new Precommit(transaction).run();
        CommitResult result =
                error != null ? new CommitResult.Rejected(error) : new Finish(this, transaction).commit(ids::nextUuid);
        ended(transaction);
        return result;
    }

    void ended(StoreTransaction transaction) {
        transaction.release();
        open = null;
    }

    /** The version of the last commit that has not fallen. Any thread may ask, and hears of some recent one. */
    public long headVersion() {
        return versions.head();
    }

    /** The version that other readers may see. Any thread. */
    public long publishedVersion() {
        return versions.published();
    }

    /**
     * Lets all readers see versions up to this one, and cuts what no pin can see any more.
     *
     * @throws IllegalArgumentException if there is no such version
     */
    public void publish(long version) {
        versions.publish(version);
        reclaim();
    }

    /**
     * Undoes every version that is not published. Their numbers are not used again.
     *
     * @return what was undone, newest first
     */
    public List<Version> fallBack() {
        if (open != null) {
            throw new IllegalStateException("a transaction is under way");
        }
        pins.fallBack(versions.published());
        List<Version> fallen = versions.takeUnpublished();
        for (Version version : fallen) {
            version.move().undo();
            version.forgetMove();
        }
        return fallen;
    }

    /** Pins the head as it is at this point of the lane. */
    public Pin pin() {
        return pins.add(() -> pinAt(versions.head()));
    }

    /** Pins the published version. Any thread. */
    public Pin pinPublished() {
        return pins.add(() -> pinAt(versions.published()));
    }

    private StorePin pinAt(long version) {
        return new StorePin(this, version, clock.nanoTime(), totals.superseded());
    }

    /** The open pins, oldest version first. Any thread. */
    public List<Pin> pins() {
        return pins.list();
    }

    /** Cuts what no pin can see any more; {@link #publish} does so too. For the time after the last pin was closed. */
    public void reclaim() {
        if (versions.canCut(versions.published())) {
            versions.cut(pins.horizon());
        }
    }

    /**
     * Has a task run, on the thread that closes a pin, when {@link #reclaim} would then have something to do. Takes the place of
     * the one before.
     */
    public void onReclaimable(Runnable task) {
        pins.onReclaimable(task);
    }

    /**
     * Puts a row into a store that has had no transaction, nor was filled before; {@link #loaded} ends that.
     *
     * @param row columns that it lacks have their defaults
     * @throws IllegalArgumentException if there is such a row already
     * @throws IllegalStateException if the store has versions
     */
    public void load(TableSchema table, UUID uuid, Row row) {
        loader().load(table(table), uuid, row);
    }

    private Loader loader() {
        Loader known = loader;
        if (known == null) {
            if (versions.head() != 0 || rows() != 0) {
                throw new IllegalStateException("only an empty store can be filled");
            }
            known = new Loader(tables.list(), totals, ids.nextUuid());
            loader = known;
        }
        return known;
    }

    /**
     * Ends the filling, as version 0: counts references, collects rows that nothing refers to, removes weak references to
     * nothing, builds indexes.
     *
     * @return why these rows cannot be a database, after which the store is empty; null if they can
     */
    public @Nullable OperationError loaded() {
        Loader known = loader;
        loader = null;
        return known == null ? null : known.finish();
    }

    /**
     * Applies changes that were checked elsewhere, as a log or another member has them, and makes the next version of them.
     * Rows become what {@link RowChange#after} says, with its {@code _version}.
     */
    public Version apply(UUID transactionId, List<RowChange> changes) {
        StoreTransaction transaction = begin();
        try {
            return new Finish(this, transaction).apply(transactionId, changes);
        } finally {
            ended(transaction);
        }
    }

    /** How many rows the head has. Any thread may ask. */
    public long rows() {
        return tables.rows();
    }

    /** How many atoms the head has, a pair of a map counting as two, as the reference counts. Any thread may ask. */
    public long atoms() {
        return totals.atoms();
    }

    /** How many weak references there are, as the reference's {@code memory/show} tells. Any thread may ask. */
    public long weakReferences() {
        return totals.weakReferences();
    }

    /** How many versions are not cut yet. Any thread may ask. */
    public int heldVersions() {
        return versions.held();
    }

    IdSource ids() {
        return ids;
    }

    /** About how many bytes of images have been superseded so far. Any thread. */
    public long supersededBytes() {
        return totals.superseded();
    }

    Totals totals() {
        return totals;
    }

    VersionLog versions() {
        return versions;
    }

    Pins pinRegistry() {
        return pins;
    }
}
