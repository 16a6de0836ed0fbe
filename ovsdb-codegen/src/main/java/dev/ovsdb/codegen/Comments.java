package dev.ovsdb.codegen;

import com.palantir.javapoet.CodeBlock;
import dev.ovsdb.codegen.doc.Documentation;
import dev.ovsdb.codegen.doc.Html;
import dev.ovsdb.codegen.schema.SchemaUnion;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;

/** The Javadoc of what is generated: what the documentation says, and what the schema says. */
final class Comments {
    private final SchemaUnion union;
    private final Documentation texts;
    private final Descriptions descriptions;

    Comments(SchemaUnion union, Documentation texts, DatabaseModel database) {
        this.union = union;
        this.texts = texts;
        this.descriptions = new Descriptions(database);
    }

    CodeBlock database(DatabaseModel database) {
        List<String> blocks = new ArrayList<>();
        blocks.add(
                "The database " + Html.code(database.schema().name()) + ": its schema, and what of it can be wanted.");
        blocks.addAll(texts.database());
        return Javadoc.of(blocks);
    }

    CodeBlock row(TableModel table) {
        List<String> blocks = new ArrayList<>();
        blocks.add("A row of table " + Html.code(table.name()) + "; see {@link " + table.tableType() + "}.");
        blocks.addAll(texts.table(table.name()));
        if (table.columns().stream().anyMatch(ColumnModel::hasReferences)) {
            blocks.add(
                    "Rows that it refers to are looked up in the replica, view or transaction that it was read from; those that are"
                            + " not held there are left out.");
        }
        if (!table.schema().isRoot()) {
            blocks.add("The server deletes a row to which nothing refers.");
        }
        addVersions(blocks, "table", union.onlyIn(table.schema()), "there are no rows");
        return Javadoc.of(blocks);
    }

    CodeBlock table(TableModel table) {
        List<String> blocks = new ArrayList<>();
        blocks.add("The table " + Html.code(table.name()) + ", and its columns. Its rows are of type {@link "
                + table.rowType() + "}.");
        long most = table.schema().maxRows();
        if (most != TableSchema.UNLIMITED_ROWS) {
            blocks.add("It has at most " + most + (most == 1 ? " row." : " rows."));
        }
        addVersions(blocks, "table", union.onlyIn(table.schema()), "there are no rows");
        return Javadoc.of(blocks);
    }

    CodeBlock method(ColumnModel column) {
        List<String> blocks = new ArrayList<>(texts.column(column.schema().table(), column.name()));
        blocks.add(fact(column));
        addVersions(blocks, "column", union.onlyIn(column.schema()), "it has its default");
        return Javadoc.of(blocks);
    }

    CodeBlock constant(TableModel table, ColumnModel column) {
        return Javadoc.of(fact(column) + " See {@link " + table.rowType() + "#" + column.method() + "()}.");
    }

    private String fact(ColumnModel column) {
        StringBuilder fact =
                new StringBuilder("Column " + Html.code(column.name()) + ": " + descriptions.of(column) + ".");
        if (column.schema().ephemeral()) {
            fact.append(" It need not survive a restart of the server.");
        }
        if (!column.schema().mutable()) {
            fact.append(" It does not change once the row is there.");
        }
        return fact.toString();
    }

    private static void addVersions(List<String> blocks, String what, List<String> versions, String otherwise) {
        if (!versions.isEmpty()) {
            blocks.add("Only schemas of these versions have the " + what + ": " + String.join(", ", versions)
                    + ". Where a server has none, " + otherwise + ".");
        }
    }

    CodeBlock enumeration(EnumModel values) {
        return Javadoc.of("The values of column "
                + Html.code(values.column().table() + "." + values.column().name()) + ".");
    }

    static CodeBlock constant(Atom value) {
        return Javadoc.of("The value " + Html.code(value.toString()) + ".");
    }

    static CodeBlock unrecognised() {
        return Javadoc.of(
                "Any other value, as a server of another schema may have it. It cannot be written; the row without its type"
                        + " tells which it is.");
    }
}
