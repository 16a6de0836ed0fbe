package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.engine.store.DatabaseStore;
import dev.ovsdb.server.engine.store.StoreTransaction;
import dev.ovsdb.server.engine.store.TableRow;
import dev.ovsdb.server.engine.store.TableStore;
import dev.ovsdb.server.rights.RowRights;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One execution of a transaction: what its steps share. Confined to the lane. */
final class Run extends StoreRows {
    private final DatabaseStore store;
    private final TransactionContext context;
    private final @Nullable RowRights rights;
    private final IdSource ids;
    private final Symbols symbols;
    private final RowValues<TableRow> values;
    private final LaneShare share;
    private final boolean onlyReads;
    private final ResultWriter result;
    private final JsonWriter out;
    private boolean durable;
    private @Nullable StringBuilder comment;

    /** @param onlyReads whether no operation of the transaction can change anything */
    Run(
            DatabaseStore store,
            StoreTransaction transaction,
            TransactionContext context,
            IdSource ids,
            LaneShare share,
            boolean onlyReads) {
        super(store, transaction);
        this.values = transaction::value;
        this.share = share;
        this.onlyReads = onlyReads;
        this.result = new ResultWriter(share);
        this.out = result.json();
        this.store = store;
        this.context = context;
        this.rights = context.rights();
        this.ids = ids;
        this.symbols = new Symbols(ids);
    }

    TransactionContext context() {
        return context;
    }

    @Nullable
    RowRights rights() {
        return rights;
    }

    Symbols symbols() {
        return symbols;
    }

    UUID nextUuid() {
        return ids.nextUuid();
    }

    /** The values of rows as the transaction sees them. */
    RowValues<TableRow> values() {
        return values;
    }

    DatabaseStore store() {
        return store;
    }

    /** How much of a select is done here and now. */
    LaneShare share() {
        return share;
    }

    boolean onlyReads() {
        return onlyReads;
    }

    /** The result that is being written. */
    ResultWriter result() {
        return result;
    }

    /** Where results go, each a value of its own. */
    JsonWriter out() {
        return out;
    }

    TableStore table(TableRules table) {
        return store.table(table.schema);
    }

    void count(int rows) {
        out.beginObject().name("count").value(rows).endObject();
    }

    void nothing() {
        out.beginObject().endObject();
    }

    void makeDurable() {
        durable = true;
    }

    boolean isDurable() {
        return durable;
    }

    void addComment(String text) {
        comment =
                comment == null ? new StringBuilder(text) : comment.append('\n').append(text);
    }

    @Nullable
    String comment() {
        return comment == null ? null : comment.toString();
    }

    /** Ends an operation with an error, if there is one. */
    void requireNone(@Nullable OperationError error) {
        if (error != null) {
            throw new OperationFailedException(error);
        }
    }

    /** As the reference does, asked only when the operation would have succeeded. */
    void requireWritable(String op) {
        String database = store.schema().name();
        if (context.readOnly()) {
            throw notAllowed(op, "when database server is in read only mode");
        }
        if (database.startsWith("_") && !context.mayWriteReserved()) {
            throw notAllowed(op, "on table in reserved database " + database);
        }
    }

    void requireWritable(String op, TableRules table) {
        requireWritable(op);
        if (context.isVirtual(table.schema)) {
            throw notAllowed(op, "on virtual table " + table.schema.name());
        }
    }

    private static OperationFailedException notAllowed(String op, String why) {
        return new OperationFailedException(ErrorTag.NOT_ALLOWED, op + " operation not allowed " + why);
    }

    static List<UUID> uuids(List<TableRow> rows) {
        return rows.stream().map(TableRow::uuid).toList();
    }
}
