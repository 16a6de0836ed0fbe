package dev.ovsdb.testkit.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Changes a schema here and there, as the next release of a program would. At most one of these changes is such that rows which are
 * there may not fit it, so that it is clear what a refusal is about.
 */
final class SchemaChanger {
    private static final int HARMLESS = 8;

    private final Chance chance;
    private int names;

    SchemaChanger(Chance chance) {
        this.chance = chance;
    }

    SchemaPlan changed(SchemaPlan schema) {
        List<TablePlan> tables = new ArrayList<>(schema.tables());
        change(tables, chance.below(20));
        for (int i = chance.in(0.6) ? 0 : chance.between(1, 3); i > 0; i--) change(tables, chance.below(HARMLESS));
        return new SchemaPlan(schema.name(), tables);
    }

    private void change(List<TablePlan> tables, int choice) {
        int index = chance.below(tables.size());
        if (choice == 0) tables.add(maker(tables).table("N" + names++, chance.in(0.5)));
        else if (choice == 1 && index > 0) drop(tables, index);
        else tables.set(index, changed(tables.get(index), tables, choice, index > 0));
    }

    private SchemaMaker maker(List<TablePlan> tables) {
        return new SchemaMaker(chance, tables.stream().map(TablePlan::name).toList());
    }

    /** Takes a table out, and the columns that refer to it. */
    private static void drop(List<TablePlan> tables, int index) {
        String gone = tables.remove(index).name();
        tables.replaceAll(table -> table.withColumns(table.columns().stream()
                .filter(column -> !column.refersTo(gone))
                .toList()));
        tables.removeIf(table -> table.columns().isEmpty());
    }

    /** @param mayBeNoRoot whether rows of other tables can keep its rows alive */
    private TablePlan changed(TablePlan table, List<TablePlan> tables, int choice, boolean mayBeNoRoot) {
        if (choice < 5) return with(table, newColumn(maker(tables)));
        if (choice < HARMLESS) return without(table, chance.pick(table.columns()));
        if (choice < 10) return table.withIndexes(maker(tables).indexes(table.columns()));
        if (choice < 11) return table.withRoot(!mayBeNoRoot || chance.in(0.5));
        if (choice < 12) return table.withMaxRows(chance.in(0.5) ? 0 : chance.between(2, 20));
        return one(table, column -> changed(column, maker(tables)));
    }

    /** References are left out of the columns that must hold something: at a row without them the reference 3.1.0 falls. */
    private ColumnPlan newColumn(SchemaMaker maker) {
        String name = "n" + names++;
        ColumnPlan column = chance.in(0.25) ? maker.reference(name) : maker.column(name);
        return column.isReference() ? column.withMin(0) : column;
    }

    private static TablePlan with(TablePlan table, ColumnPlan column) {
        List<ColumnPlan> columns = new ArrayList<>(table.columns());
        columns.add(column);
        return table.withColumns(columns);
    }

    private static TablePlan without(TablePlan table, ColumnPlan column) {
        if (table.columns().size() == 1) return table;
        return table.withColumns(
                table.columns().stream().filter(other -> other != column).toList());
    }

    private TablePlan one(TablePlan table, UnaryOperator<ColumnPlan> change) {
        int index = chance.below(table.columns().size());
        List<ColumnPlan> columns = new ArrayList<>(table.columns());
        columns.set(index, change.apply(columns.get(index)));
        return table.withColumns(columns);
    }

    private ColumnPlan changed(ColumnPlan column, SchemaMaker maker) {
        return switch (chance.below(7)) {
            case 0 -> column.withMutable(!column.mutable());
            case 1 -> column.withEphemeral(!column.ephemeral());
            case 2 -> column.withMax(ColumnPlan.UNLIMITED);
            case 3 -> column.withMin(0);
            case 4 -> column.withMax(column.isMap() ? 3 : chance.between(1, 2));
            case 5 -> column.isReference() ? otherReference(column) : maker.column(column.name());
            default ->
                column.isReference() ? column : column.withKey(column.key().withoutBounds());
        };
    }

    private static ColumnPlan otherReference(ColumnPlan column) {
        ColumnPlan empty = column.withMin(0);
        return empty.key().isReference()
                ? empty.withKey(empty.key().withStrong(!empty.key().strong()))
                : empty.withValue(Optional.of(empty.requireValue())
                        .map(base -> base.withStrong(!base.strong()))
                        .get());
    }
}
