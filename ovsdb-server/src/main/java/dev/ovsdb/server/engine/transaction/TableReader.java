package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.InvalidDatumException;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.NameTable;
import dev.ovsdb.protocol.operation.Function;
import dev.ovsdb.protocol.operation.Mutator;
import dev.ovsdb.protocol.schema.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the members of an operation that speak of the table's columns, and checks values against these columns. */
final class TableReader {
    private static final Function[] FUNCTIONS = Function.values();
    private static final NameTable FUNCTION_NAMES =
            NameTable.of(Arrays.stream(FUNCTIONS).map(Function::symbol).toArray(String[]::new));
    private static final Mutator[] MUTATORS = Mutator.values();
    private static final NameTable MUTATOR_NAMES =
            NameTable.of(Arrays.stream(MUTATORS).map(Mutator::symbol).toArray(String[]::new));

    private final JsonReader in;
    private final TableRules table;

    TableReader(JsonReader in, TableRules table) {
        this.in = in;
        this.table = table;
    }

    TableRules rules() {
        return table;
    }

    Row row() {
        Row row = table.format.read(in);
        for (int i = 0; i < row.layout().size(); i++) {
            Datum value = row.valueAt(i);
            if (value != null) {
                checkAllowed(table.column(i), value);
            }
        }
        return row;
    }

    /** The values of a row, null where it has none. */
    static @Nullable Datum[] values(Row row) {
        @Nullable Datum[] values = new Datum[row.layout().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.valueAt(i);
        }
        return values;
    }

    /** Rows that are compared: what one lacks has its default, the implicit columns too. */
    List<Datum[]> rows() {
        List<Datum[]> rows = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            Row row = row();
            Datum[] values = new Datum[row.layout().size()];
            for (int i = 0; i < values.length; i++) {
                Datum value = row.valueAt(i);
                values[i] = value != null ? value : table.column(i).defaultDatum;
            }
            rows.add(values);
        }
        in.endArray();
        return rows;
    }

    UpdateStep update(RowFilter where, Row row) {
        List<ColumnRules> columns = new ArrayList<>();
        List<Datum> values = new ArrayList<>();
        for (int i = 0; i < row.layout().size(); i++) {
            Datum value = row.valueAt(i);
            if (value != null) {
                require(table.column(i).schema.mutable());
                columns.add(table.column(i));
                values.add(value);
            }
        }
        return new UpdateStep(table, where, columns, values);
    }

    RowFilter where() {
        List<Clause> clauses = new ArrayList<>(2);
        boolean never = false;
        in.beginArray();
        while (in.hasNext()) {
            switch (in.peek()) {
                case BEGIN_ARRAY -> clauses.add(clause());
                case TRUE, FALSE -> never |= !in.nextBoolean();
                default -> throw new MisreadException();
            }
        }
        in.endArray();
        return new RowFilter(table, clauses, never);
    }

    private Clause clause() {
        in.beginArray();
        ColumnRules column = column();
        Function function = FUNCTIONS[StepReader.known(in.nextStringIn(FUNCTION_NAMES))];
        Datum operand = Datum.read(in, required(column.operand(function)));
        in.endArray();
        checkAllowed(column, operand);
        return Clause.of(column, function, operand);
    }

    List<CompiledMutation> mutations() {
        List<CompiledMutation> mutations = new ArrayList<>(2);
        in.beginArray();
        while (in.hasNext()) {
            mutations.add(mutation());
        }
        in.endArray();
        return mutations;
    }

    private CompiledMutation mutation() {
        in.beginArray();
        ColumnRules column = column();
        Mutator mutator = MUTATORS[StepReader.known(in.nextStringIn(MUTATOR_NAMES))];
        ColumnType type = required(column.argument(mutator));
        Datum argument = mutator == Mutator.DELETE && type.isMap() ? deleted(column, type) : Datum.read(in, type);
        in.endArray();
        if (mutator == Mutator.INSERT || mutator == Mutator.DELETE) {
            checkAllowed(column, argument);
        }
        return CompiledMutation.of(column, mutator, argument);
    }

    /** What is deleted from a map: pairs, or else keys. Pairs that cannot be in the map are no pairs. */
    private Datum deleted(ColumnRules column, ColumnType pairs) {
        long start = in.mark();
        try {
            return Datum.read(in, pairs);
        } catch (InvalidDatumException noPairs) {
            in.backTo(start);
            return Datum.read(in, column.keysToDelete);
        }
    }

    Projection columns() {
        int[] columns = new int[4];
        int count = 0;
        in.beginArray();
        while (in.hasNext()) {
            int column = StepReader.known(in.nextStringIn(table.columnNames));
            for (int i = 0; i < count; i++) {
                require(columns[i] != column);
            }
            if (count == columns.length) {
                columns = Arrays.copyOf(columns, count * 2);
            }
            columns[count++] = column;
        }
        in.endArray();
        return Projection.of(table, Arrays.copyOf(columns, count));
    }

    private ColumnRules column() {
        return table.column(StepReader.known(in.nextStringIn(table.columnNames)));
    }

    private static void checkAllowed(ColumnRules column, Datum value) {
        require(column.allows(value));
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new MisreadException();
        }
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new MisreadException();
        }
        return value;
    }
}
