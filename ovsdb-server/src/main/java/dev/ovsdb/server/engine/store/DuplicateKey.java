package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.data.RowImage;
import dev.ovsdb.server.text.DatumText;
import dev.ovsdb.server.text.HashOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Says in the reference's words which two rows have the same values in an index, and how they came by them. */
final class DuplicateKey {
    private final TableIndex index;
    private final TableStore table;

    private DuplicateKey(TableIndex index, TableStore table) {
        this.index = index;
        this.table = table;
    }

    static OperationError describe(TableIndex index, TableRow one, TableRow other) {
        DuplicateKey duplicate = new DuplicateKey(index, one.table());
        boolean ordered = duplicate.compare(one, other) >= 0;
        return OperationError.of(
                ErrorTag.CONSTRAINT_VIOLATION, ordered ? duplicate.text(one, other) : duplicate.text(other, one));
    }

    private String text(TableRow first, TableRow second) {
        return "Transaction causes multiple rows in \"" + Violations.nameOf(table)
                + "\" table to have identical values (" + values(column -> valueNow(first, column))
                + ") for index on " + columns() + ".  First row, with UUID " + first.uuid() + ", " + history(first)
                + "  Second row, with UUID " + second.uuid() + ", " + history(second);
    }

    private String columns() {
        List<String> names = list(column -> '"' + Violations.nameOf(table, column) + '"');
        return (names.size() == 1 ? "column " : "columns ") + english(names);
    }

    private String values(IntFunction<Datum> values) {
        return english(list(column -> DatumText.string(
                values.apply(column), table.schema().columnAt(column).type())));
    }

    private List<String> list(Function<Integer, String> text) {
        return index.columns().stream().map(text).toList();
    }

    private static String english(List<String> items) {
        int last = items.size() - 1;
        return switch (last) {
            case 0 -> items.get(0);
            case 1 -> items.get(0) + " and " + items.get(1);
            default -> String.join(", ", items.subList(0, last)) + ", and " + items.get(last);
        };
    }

    private String history(TableRow row) {
        RowEdit edit = row.edit;
        if (edit == null || !edit.isChange()) {
            return "existed in the database before this transaction and was not modified by the transaction.";
        }
        RowImage before = edit.before;
        if (before == null) {
            return "was inserted by this transaction.";
        }
        if (index.columns().stream().noneMatch(edit::differs)) {
            return "existed in the database before this transaction, which modified some of the row's columns but not"
                    + " any columns in this index.";
        }
        return "had the following index values before the transaction: " + values(before::value) + ".";
    }

    /** The order of rows in the reference's messages: by the columns in the order of its hash table. */
    private int compare(TableRow one, TableRow other) {
        List<String> names = new ArrayList<>(List.of("_uuid", "_version"));
        table.schema().columns().forEach(column -> names.add(column.name()));
        int order = 0;
        for (String name : HashOrder.of(names)) {
            order = order != 0 ? order : compare(one, other, name);
        }
        return order;
    }

    private int compare(TableRow one, TableRow other, String column) {
        return switch (column) {
            case "_uuid" -> compare(Datum.of(one.uuid()), Datum.of(other.uuid()));
            case "_version" -> compare(Datum.of(versionOf(one)), Datum.of(versionOf(other)));
            default -> {
                int place = table.schema().requireColumnIndex(column);
                yield compare(valueNow(one, place), valueNow(other, place));
            }
        };
    }

    private static UUID versionOf(TableRow row) {
        RowEdit edit = row.edit;
        RowImage head = row.head();
        return head != null ? head.version() : edit != null ? edit.version(() -> new UUID(0, 0)) : row.uuid();
    }

    /** As the reference orders values: by size, then by elements or keys, then by values. */
    private static int compare(Datum one, Datum other) {
        if (one.size() != other.size()) {
            return Integer.compare(one.size(), other.size());
        }
        int order =
                Arrays.compare(one.atoms().toArray(new Atom[0]), other.atoms().toArray(new Atom[0]));
        return order != 0 || !(one instanceof MapDatum left) || !(other instanceof MapDatum right)
                ? order
                : Arrays.compare(valuesOf(left), valuesOf(right));
    }

    private static Atom[] valuesOf(MapDatum map) {
        return map.entries().stream().map(Map.Entry::getValue).toArray(Atom[]::new);
    }

    private static Datum valueNow(TableRow row, int column) {
        RowEdit edit = row.edit;
        RowImage head = row.head();
        return edit != null || head == null ? Objects.requireNonNull(edit).value(column) : head.value(column);
    }
}
