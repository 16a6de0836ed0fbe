package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.Atom.NamedUuidAtom;
import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.protocol.json.NameTable;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Condition.Clause;
import dev.ovsdb.protocol.operation.Function;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.check.AtomRules;
import dev.ovsdb.server.check.RejectedException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the conditions of a table in one go. Clauses of the form {@code ["_uuid","==",["uuid",...]]}, of which clients send
 * thousands, are read without making anything but the UUID.
 */
final class ConditionReader {
    private static final NameTable UUID_COLUMN = NameTable.of(List.of("_uuid"));
    private static final NameTable EQUAL = NameTable.of(List.of("=="));
    private static final NameTable UUID_TAG = NameTable.of(List.of("uuid"));

    private final JsonReader reader;
    private final TableSchema table;
    private final RowCondition.Builder condition;

    private ConditionReader(JsonReader reader, TableSchema table) {
        this.reader = reader;
        this.table = table;
        this.condition = new RowCondition.Builder(table);
    }

    /**
     * Reads an array of clauses.
     *
     * @throws RejectedException if a value breaks a constraint of its column
     * @throws RuntimeException if it is no condition
     */
    static RowCondition read(JsonReader reader, TableSchema table) throws RejectedException {
        ConditionReader conditions = new ConditionReader(reader, table);
        reader.beginArray();
        while (reader.hasNext()) {
            conditions.clause();
        }
        reader.endArray();
        return conditions.condition.build();
    }

    private void clause() throws RejectedException {
        long start = reader.mark();
        UUID row = rowOrNull();
        if (row != null) {
            condition.uuid(row);
            return;
        }
        reader.backTo(start);
        Condition read = Condition.read(reader, table);
        if (read instanceof Clause clause) {
            int index = table.requireColumnIndex(clause.column());
            ColumnSchema column = table.columnAt(index);
            requireSuited(clause.function(), column.type());
            requireNoNames(clause.value());
            AtomRules.check(clause.value(), column.type());
            condition.clause(index, clause.function(), clause.value());
        } else {
            condition.constant(read == Condition.TRUE);
        }
    }

    private static void requireSuited(Function function, ColumnType type) {
        boolean ordered = switch (function) {
            case EQUAL, NOT_EQUAL, INCLUDES, EXCLUDES -> false;
            case LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL -> true;
        };
        AtomicType key = type.key().type();
        boolean number = key == AtomicType.INTEGER || key == AtomicType.REAL;
        if (ordered && !(number && (type.isScalar() || type.isOptional()))) {
            throw new IllegalArgumentException(function.symbol() + " does not suit " + type);
        }
    }

    /** Names of rows mean something within their transaction alone. */
    private static void requireNoNames(Datum value) {
        boolean named = value.atoms().stream().anyMatch(NamedUuidAtom.class::isInstance)
                || value instanceof MapDatum map
                        && map.entries().stream().anyMatch(entry -> entry.getValue() instanceof NamedUuidAtom);
        if (named) {
            throw new IllegalArgumentException("a named-uuid in the condition of a monitor: " + value);
        }
    }

    /** The UUID of a clause that names one row; null if it is another clause, and then the reader stands within it. */
    private @Nullable UUID rowOrNull() {
        if (reader.peek() != JsonToken.BEGIN_ARRAY) {
            return null;
        }
        reader.beginArray();
        if (!isNext(UUID_COLUMN) || !isNext(EQUAL) || !reader.hasNext()) {
            return null;
        }
        UUID row = reader.nextTaggedUuidOrNull();
        if (row == null && reader.peek() == JsonToken.BEGIN_ARRAY) {
            row = spacedUuidOrNull();
        }
        if (row == null || reader.hasNext()) {
            return null;
        }
        reader.endArray();
        return row;
    }

    private @Nullable UUID spacedUuidOrNull() {
        reader.beginArray();
        if (!isNext(UUID_TAG) || !reader.hasNext() || reader.peek() != JsonToken.STRING) {
            return null;
        }
        UUID row = reader.nextUuidOrNull();
        if (row == null || reader.hasNext()) {
            return null;
        }
        reader.endArray();
        return row;
    }

    private boolean isNext(NameTable word) {
        return reader.hasNext() && reader.peek() == JsonToken.STRING && reader.nextStringIn(word, 0) == 0;
    }
}
