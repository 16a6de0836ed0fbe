package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonObject;
import java.util.List;

/** A generated schema. */
record SchemaPlan(String name, List<TablePlan> tables) {
    TablePlan table(String table) {
        return tables.stream()
                .filter(plan -> plan.name().equals(table))
                .findFirst()
                .orElseThrow();
    }

    JsonObject toJson() {
        JsonObject byName = Json.object();
        for (TablePlan table : tables) byName = byName.with(table.name(), table.toJson());
        return Json.object()
                .with("name", Json.text(name))
                .with("version", Json.text("1.2.3"))
                .with("tables", byName);
    }
}
