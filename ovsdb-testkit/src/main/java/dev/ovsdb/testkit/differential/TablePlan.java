package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.List;

/**
 * A generated table.
 *
 * @param indexes names of columns, by index
 * @param maxRows 0 for no limit
 */
record TablePlan(String name, boolean root, List<ColumnPlan> columns, List<List<String>> indexes, int maxRows) {
    /** With other columns, and those indexes that they can have. */
    TablePlan withColumns(List<ColumnPlan> others) {
        List<String> indexable = others.stream()
                .filter(column -> !column.ephemeral())
                .map(ColumnPlan::name)
                .toList();
        List<List<String>> left =
                indexes.stream().filter(indexable::containsAll).toList();
        return new TablePlan(name, root, List.copyOf(others), left, maxRows);
    }

    TablePlan withIndexes(List<List<String>> others) {
        return new TablePlan(name, root, columns, others, maxRows);
    }

    TablePlan withRoot(boolean other) {
        return new TablePlan(name, other, columns, indexes, maxRows);
    }

    TablePlan withMaxRows(int other) {
        return new TablePlan(name, root, columns, indexes, other);
    }

    List<ColumnPlan> requiredColumns() {
        return columns.stream().filter(column -> !column.allowsDefault()).toList();
    }

    boolean isIndexed(String column) {
        return indexes.stream().anyMatch(index -> index.contains(column));
    }

    JsonObject toJson() {
        JsonObject byName = Json.object();
        for (ColumnPlan column : columns) byName = byName.with(column.name(), column.toJson());
        JsonObject json = Json.object().with("columns", byName).with("isRoot", JsonValue.of(root));
        if (maxRows > 0) json = json.with("maxRows", JsonValue.of((long) maxRows));
        if (indexes.isEmpty()) return json;
        return json.with(
                "indexes",
                Json.array(indexes.stream()
                        .map(index -> Json.array(index.stream().map(Json::text).toList()))
                        .toList()));
    }
}
