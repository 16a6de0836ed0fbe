package dev.ovsdb.codegen.schema;

import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a union as a schema, table by table. All names in it are {@code <id>}s, so that nothing needs to be escaped. */
public final class UnionJson {
    private UnionJson() {}

    static String of(DatabaseSchema newest, Collection<SchemaUnion.TableUnion> tables) {
        List<String> members = tables.stream().map(UnionJson::member).toList();
        return head(newest) + String.join(",", members) + "}}";
    }

    /** A schema as pieces of text that make it together, one for each table. */
    public static List<String> pieces(DatabaseSchema schema) {
        List<String> pieces = new ArrayList<>();
        pieces.add(head(schema));
        for (TableSchema table : schema.tables()) {
            String member = member(table.name(), table.columns(), table.isRoot(), table.maxRows(), table.indexes());
            pieces.add(pieces.size() == 1 ? member : "," + member);
        }
        pieces.add("}}");
        return pieces;
    }

    private static String head(DatabaseSchema schema) {
        String version = schema.version()
                .map(known -> "\"version\":\"" + known.text() + "\",")
                .orElse("");
        return "{\"name\":\"" + schema.name() + "\"," + version + "\"tables\":{";
    }

    private static String member(SchemaUnion.TableUnion table) {
        return member(table.name, table.columns.values(), table.root, table.maxRows, table.indexes);
    }

    private static String member(
            String name, Collection<ColumnSchema> columns, boolean root, long maxRows, List<List<String>> indexes) {
        StringBuilder text = new StringBuilder();
        text.append('"').append(name).append("\":{\"isRoot\":").append(root);
        if (maxRows != TableSchema.UNLIMITED_ROWS) {
            text.append(",\"maxRows\":").append(maxRows);
        }
        text.append(",\"columns\":{")
                .append(columns.stream().map(UnionJson::column).collect(Collectors.joining(",")))
                .append('}');
        if (!indexes.isEmpty()) {
            text.append(",\"indexes\":[")
                    .append(indexes.stream().map(UnionJson::index).collect(Collectors.joining(",")))
                    .append(']');
        }
        return text.append('}').toString();
    }

    private static String column(ColumnSchema column) {
        return '"' + column.name() + "\":{\"type\":" + column.type() + (column.ephemeral() ? ",\"ephemeral\":true" : "")
                + (column.mutable() ? "" : ",\"mutable\":false") + "}";
    }

    private static String index(List<String> columns) {
        return columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(",", "[", "]"));
    }
}
