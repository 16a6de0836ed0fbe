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

    /** An empty database, at version 0. */
    public DatabaseStore(DatabaseSchema schema, IdSource ids, Clock clock) {
        this.schema = schema;
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
        throw new UnsupportedOperationException();
    }

    /** The table of this schema's tables. Any thread. */
    public TableStore table(TableSchema table) {
        throw new UnsupportedOperationException();
    }

    /** All tables in the order of the schema. Any thread. */
    public List<TableStore> tables() {
        throw new UnsupportedOperationException();
    }

    /** Begins a transaction on the head; the one before must have ended. */
    public StoreTransaction begin() {
        throw new UnsupportedOperationException();
    }

    /** The version of the last commit that has not fallen. Any thread may ask, and hears of some recent one. */
    public long headVersion() {
        throw new UnsupportedOperationException();
    }

    /** The version that other readers may see. Any thread. */
    public long publishedVersion() {
        throw new UnsupportedOperationException();
    }

    /** Lets all readers see versions up to this one, and cuts what no pin can see any more. */
    public void publish(long version) {
        throw new UnsupportedOperationException();
    }

    /**
     * Undoes every version that is not published.
     *
     * @return what was undone, newest first
     */
    public List<Version> fallBack() {
        throw new UnsupportedOperationException();
    }

    /** Pins the head as it is at this point of the lane. */
    public Pin pin() {
        throw new UnsupportedOperationException();
    }

    /** Pins the published version. Any thread. */
    public Pin pinPublished() {
        throw new UnsupportedOperationException();
    }

    /** The open pins, oldest version first. Any thread. */
    public List<Pin> pins() {
        throw new UnsupportedOperationException();
    }

    /** Cuts what no pin can see any more; {@link #publish} does so too. For the time after the last pin was closed. */
    public void reclaim() {
        throw new UnsupportedOperationException();
    }

    /** Is run, on the thread that closes a pin, when {@link #reclaim} would now have something to do. */
    public void onReclaimable(Runnable hook) {
        throw new UnsupportedOperationException();
    }

    /**
     * Puts a row into an empty store that is being filled; {@link #loaded} ends that. No transaction may be begun in between.
     *
     * @param row columns that it lacks have their defaults
     * @throws IllegalArgumentException if there is such a row already
     */
    public void load(TableSchema table, UUID uuid, Row row) {
        throw new UnsupportedOperationException();
    }

    /**
     * Ends the filling, as version 0: counts references, collects rows that nothing refers to, removes weak references to
     * nothing, builds indexes.
     *
     * @return why these rows cannot be a database, after which the store is empty; null if they can
     */
    public @Nullable OperationError loaded() {
        throw new UnsupportedOperationException();
    }

    /** Applies changes that were checked elsewhere, as a log or another member has them; makes the next version of them. */
    public Version apply(UUID transactionId, List<RowChange> changes) {
        throw new UnsupportedOperationException();
    }

    /** How many rows the head has. Any thread may ask. */
    public long rows() {
        throw new UnsupportedOperationException();
    }

    /** How many atoms the head has, a pair of a map counting as two, as the reference counts. Any thread may ask. */
    public long atoms() {
        throw new UnsupportedOperationException();
    }

    /** How many weak references there are, as the reference's {@code memory/show} tells. Any thread may ask. */
    public long weakReferences() {
        throw new UnsupportedOperationException();
    }

    /** How many versions are not cut yet. Any thread may ask. */
    public int heldVersions() {
        throw new UnsupportedOperationException();
    }
}
