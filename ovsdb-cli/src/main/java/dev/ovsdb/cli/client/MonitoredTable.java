package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.text.SchemaOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table that is monitored: what is asked of the server, and the columns to print, made from the COLUMN,... arguments. */
final class MonitoredTable {
    private static final List<String> CHANGES = List.of("initial", "insert", "delete", "modify");

    private final String server;
    private final String database;
    private final TableSchema table;
    private final List<ColumnSchema> columns = new ArrayList<>();
    private final List<JsonValue> requests = new ArrayList<>();

    private MonitoredTable(String server, String database, TableSchema table) {
        this.server = server;
        this.database = database;
        this.table = table;
    }

    /**
     * @param arguments each becomes a request of its own; none means all columns
     * @param condition what rows must match, which belongs to the first request
     */
    static MonitoredTable of(
            Session session,
            String database,
            TableSchema table,
            List<String> arguments,
            Optional<JsonValue> condition) {
        MonitoredTable monitored = new MonitoredTable(session.server(), database, table);
        List<String> lists = arguments.isEmpty() ? List.of("") : arguments;
        for (int i = 0; i < lists.size(); i++) {
            monitored.add(lists.get(i), i == 0 ? condition : Optional.empty());
        }
        return monitored;
    }

    private void add(String list, Optional<JsonValue> condition) {
        List<JsonValue> names = new ArrayList<>();
        List<String> unwanted = new ArrayList<>();
        for (String word : list.split(",")) {
            if (word.startsWith("!") && CHANGES.contains(word.substring(1))) {
                unwanted.add(word.substring(1));
            } else if (!word.isEmpty()) {
                names.add(add(column(word)));
            }
        }
        if (names.isEmpty()) {
            SchemaOrder.byName(table.columns()).forEach(column -> names.add(add(column)));
            names.add(add(table.requireColumn("_version")));
        }
        JsonObject request = JsonValue.object("columns", new JsonArray(names));
        if (condition.isPresent()) {
            request = request.with("where", condition.get());
        }
        requests.add(unwanted.isEmpty() ? request : request.with("select", select(unwanted)));
    }

    private static JsonValue select(List<String> unwanted) {
        JsonObject select = JsonObject.EMPTY;
        for (String change : CHANGES) {
            select = select.with(change, JsonValue.of(!unwanted.contains(change)));
        }
        return select;
    }

    private ColumnSchema column(String name) {
        return table.column(name)
                .orElseThrow(() -> new CommandException(server + ": table \"" + table.name() + "\" in " + database
                        + " does not have a column named \"" + name + "\""));
    }

    private JsonValue add(ColumnSchema column) {
        if (columns.contains(column)) {
            throw new CommandException(server + ": column \"" + column.name() + "\" mentioned multiple times");
        }
        columns.add(column);
        return JsonValue.of(column.name());
    }

    String name() {
        return table.name();
    }

    List<ColumnSchema> columns() {
        return List.copyOf(columns);
    }

    /** The table's member of the request. */
    JsonValue requests() {
        return new JsonArray(requests);
    }
}
