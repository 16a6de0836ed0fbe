package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.DatumDelta;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.SetDatum;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.Mutator;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.server.engine.store.StoreTransaction;
import dev.ovsdb.server.engine.store.TableRow;
import dev.ovsdb.server.text.EnglishType;

/**
 * A mutation: RFC 7047's {@code [column, mutator, value]}. To add or remove elements costs by how many these are, however many
 * there are in the column: their constraints were checked when they were read, and what was there has passed that before.
 *
 * @param argument a number to calculate with, or the elements, pairs or keys to insert or delete
 */
record CompiledMutation(ColumnRules column, Mutator mutator, Datum argument, boolean named) {
    static CompiledMutation of(ColumnRules column, Mutator mutator, Datum argument) {
        return new CompiledMutation(column, mutator, argument, column.holdsUuids && Symbols.occurIn(argument));
    }

    CompiledMutation resolved(Symbols symbols) {
        return named ? new CompiledMutation(column, mutator, symbols.resolve(argument), false) : this;
    }

    void apply(StoreTransaction transaction, TableRow row) {
        Datum before = transaction.value(row, column.index);
        switch (mutator) {
            case INSERT -> put(transaction, row, inserted(before));
            case DELETE -> put(transaction, row, deleted(before));
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO ->
                transaction.set(row, column.index, Arithmetic.apply(column, mutator, (SetDatum) before, argument));
        }
    }

    /** The store is told what the change was, so that it need not find that out again in a large value. */
    private void put(StoreTransaction transaction, TableRow row, DatumDelta change) {
        requireAllowed(change.after());
        if (!change.isEmpty()) {
            transaction.set(row, column.index, change);
        }
    }

    private DatumDelta inserted(Datum before) {
        return before instanceof SetDatum set
                ? set.plus((SetDatum) argument)
                : ((MapDatum) before).putIfAbsent((MapDatum) argument);
    }

    private DatumDelta deleted(Datum before) {
        if (before instanceof SetDatum set) {
            return set.minus((SetDatum) argument);
        }
        MapDatum map = (MapDatum) before;
        return argument instanceof SetDatum keys ? map.remove(keys) : map.remove((MapDatum) argument);
    }

    private void requireAllowed(Datum after) {
        ColumnType type = column.type;
        if (after.size() < type.min() || after.size() > type.max()) {
            throw new OperationFailedException(
                    ErrorTag.CONSTRAINT_VIOLATION,
                    "Attempted to store " + after.size() + " elements in " + EnglishType.of(type) + ".");
        }
    }
}
