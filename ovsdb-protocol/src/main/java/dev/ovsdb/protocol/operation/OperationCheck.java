package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.protocol.schema.ConstraintException;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the parts of one operation against its table. */
final class OperationCheck {
    private final int index;
    private final String op;
    private final TableSchema table;
    private final Set<String> uuidNames;
    private final List<Violation> violations;

    /** @param uuidNames the names that inserts of the transaction define */
    OperationCheck(int index, String op, TableSchema table, Set<String> uuidNames, List<Violation> violations) {
        this.index = index;
        this.op = op;
        this.table = table;
        this.uuidNames = uuidNames;
        this.violations = violations;
    }

    /** The values given, and the defaults of columns not given, which must be allowed too (an enumeration may lack ""). */
    void insertedRow(Row row) {
        row.forEach(this::stored);
        for (ColumnSchema column : table.columns()) {
            if (row.find(column.name()) == null) {
                fits(column, column.type(), column.defaultDatum(), "its default must be allowed: ");
            }
        }
    }

    void updatedRow(Row row) {
        row.forEach((name, value) -> {
            ColumnSchema column = column(name);
            if (column != null && mutable(column, value)) {
                stored(name, value);
            }
        });
    }

    private void stored(String name, Datum value) {
        ColumnSchema column = column(name);
        if (column != null && fits(column, column.type(), value, "")) {
            references(column, value);
        }
    }

    void value(String name, Datum value) {
        ColumnSchema column = column(name);
        if (column != null) {
            fits(column, column.type(), value, "");
        }
    }

    void columns(@Nullable List<String> names) {
        if (names == null) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (column(name) != null && !seen.add(name)) {
                violation(name, "a column must not be listed twice", name);
            }
        }
    }

    void where(List<Condition> conditions) {
        for (Condition condition : conditions) {
            if (condition instanceof Condition.Clause clause) {
                clause(clause);
            }
        }
    }

    private void clause(Condition.Clause clause) {
        ColumnSchema column = column(clause.column());
        if (column == null) {
            return;
        }
        if (OperandType.suits(clause.function(), column.type())) {
            fits(column, OperandType.of(clause.function(), column.type()), clause.value(), "");
        } else {
            violation(
                    column.name(),
                    "the function must suit a column of type " + column.type(),
                    clause.function().symbol());
        }
    }

    void mutation(Mutation mutation) {
        ColumnSchema column = column(mutation.column());
        if (column == null || !mutable(column, mutation.value())) {
            return;
        }
        ColumnType type = column.type();
        if (!OperandType.suits(mutation.mutator(), type)) {
            violation(
                    column.name(),
                    "the mutator must suit a column of type " + type,
                    mutation.mutator().symbol());
            return;
        }
        boolean keys = mutation.mutator() == Mutator.DELETE && type.isMap() && !(mutation.value() instanceof MapDatum);
        ColumnType operand = keys ? OperandType.keysOf(type) : OperandType.of(mutation.mutator(), type);
        if (fits(column, operand, mutation.value(), "") && mutation.mutator() == Mutator.INSERT) {
            references(column, mutation.value());
        }
    }

    private @Nullable ColumnSchema column(String name) {
        ColumnSchema column = table.column(name).orElse(null);
        if (column == null) {
            List<String> names =
                    table.columns().stream().map(ColumnSchema::name).toList();
            violation(name, "the column must be one of " + Quote.cut(names.toString()), name);
        }
        return column;
    }

    private boolean mutable(ColumnSchema column, Datum value) {
        if (!column.mutable()) {
            violation(column.name(), "the column must be mutable, to be changed", value.toString());
        }
        return column.mutable();
    }

    private boolean fits(ColumnSchema column, ColumnType type, Datum value, String prefix) {
        try {
            ColumnSchema.of(table.name(), column.name(), type).check(value);
            return true;
        } catch (ConstraintException e) {
            violation(column.name(), prefix + e.rule(), value.toString());
            return false;
        }
    }

    /** A named UUID that nobody defines: dropped by the server where the reference is weak, an error where it is strong. */
    private void references(ColumnSchema column, Datum value) {
        BaseType key = column.type().key();
        if (value instanceof MapDatum map) {
            map.forEach((from, to) -> {
                reference(column, key, from);
                reference(column, column.type().requireValue(), to);
            });
        } else {
            value.atoms().forEach(atom -> reference(column, key, atom));
        }
    }

    private void reference(ColumnSchema column, BaseType type, Atom atom) {
        if (type.isStrongReference() && atom instanceof Atom.NamedUuidAtom named && !uuidNames.contains(named.name())) {
            violation(column.name(), "an insert of the transaction must have this uuid-name", named.name());
        }
    }

    private void violation(String column, String rule, String value) {
        violations.add(new Violation(index, op, table.name(), column, rule, value));
    }
}
