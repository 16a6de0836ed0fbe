package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.check.RejectedException;
import dev.ovsdb.server.rights.RowRights;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code insert}. Whether its UUID and its name are new shows only when it is executed, and comes before what is wrong with its
 * row.
 */
final class InsertStep extends TableStep {
    private static final String TAKEN =
            "This UUID would duplicate a UUID already present within the table or deleted within the same transaction.";
    private static final String NAMED_TWICE = "This \"uuid-name\" appeared on an earlier \"insert\" operation.";

    private final NewRow identity;
    private final @Nullable Datum[] row; // Every declared column, of the layout's length.
    private final boolean named;
    private final @Nullable OperationError rowError;

    private InsertStep(TableRules table, NewRow identity, @Nullable Datum[] row, @Nullable OperationError rowError) {
        super(table);
        this.identity = identity;
        this.row = row;
        this.named = rowError == null && anyNamed(table, row);
        this.rowError = rowError;
    }

    /** @param row the columns given, of the layout's length; becomes the step's */
    static InsertStep of(TableRules table, NewRow identity, @Nullable Datum[] row) {
        ColumnRules bad = table.badDefault(row);
        if (bad != null) {
            return failing(table, identity, bad.defaultViolation());
        }
        table.complete(row);
        return new InsertStep(table, identity, row, null);
    }

    static InsertStep failing(TableRules table, NewRow identity, OperationError rowError) {
        return new InsertStep(table, identity, new Datum[0], rowError);
    }

    private static boolean anyNamed(TableRules table, @Nullable Datum[] row) {
        for (int i = 0; i < table.declared; i++) {
            Datum value = row[i];
            if (value != null && table.column(i).holdsUuids && Symbols.occurIn(value)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean onlyReads() {
        return false;
    }

    @Override
    public void execute(Run run) {
        UUID inserted = chooseUuid(run);
        if (rowError != null) {
            throw new OperationFailedException(rowError);
        }
        @Nullable Datum[] values = named ? resolved(run.symbols()) : row.clone();
        RowRights rights = run.rights();
        if (rights != null) {
            Row whole = Row.of(table.schema.layout(), values);
            run.requireNone(rights.insert(run, table.schema, inserted, whole));
        }
        run.transaction().insert(store(run), inserted, values);
        run.requireWritable("insert", table);
        run.out()
                .beginObject()
                .name("uuid")
                .beginArray()
                .value("uuid")
                .value(inserted)
                .endArray()
                .endObject();
    }

    private UUID chooseUuid(Run run) {
        UUID uuid = identity.uuid();
        if (uuid != null && run.transaction().isTaken(store(run), uuid)) {
            throw failed(ErrorTag.DUPLICATE_UUID, String.valueOf(identity.spelled()), TAKEN);
        }
        String name = identity.name();
        if (name == null) {
            return uuid != null ? uuid : run.nextUuid();
        }
        UUID created = run.symbols().create(name, uuid);
        if (created == null) {
            throw failed(ErrorTag.DUPLICATE_UUID_NAME, name, NAMED_TWICE);
        }
        return created;
    }

    private static OperationFailedException failed(ErrorTag tag, String about, String details) {
        return new OperationFailedException(RejectedException.tagged(JsonValue.of(about), tag, details));
    }

    private @Nullable Datum[] resolved(Symbols symbols) {
        @Nullable Datum[] values = row.clone();
        for (int i = 0; i < table.declared; i++) {
            Datum value = values[i];
            if (value != null && table.column(i).holdsUuids && Symbols.occurIn(value)) {
                values[i] = symbols.resolve(value);
            }
        }
        return values;
    }
}
