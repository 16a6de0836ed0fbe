package dev.ovsdb.cli.tool;

import dev.ovsdb.cli.console.Output;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.file.LogReader;
import dev.ovsdb.server.file.LogRecord;
import dev.ovsdb.server.text.HashOrder;
import dev.ovsdb.server.text.JsonPrinter;
import dev.ovsdb.server.text.NameOrder;
import java.util.ArrayList;
import java.util.List;

/** Prints the file of a cluster's member: its header, then what Raft wrote. */
final class ClusterLog {
    private static final int SHORT = 4; // So much of an id is printed.

    private final Output out;
    private final ChangePrinter changes;

    ClusterLog(ToolInvocation invocation) {
        this.out = invocation.out();
        this.changes = new ChangePrinter(out, invocation.more());
    }

    void print(LogReader reader) {
        for (LogRecord record = reader.next(); record != null; record = reader.next()) {
            out.line("record " + record.number() + ":");
            JsonObject json = (JsonObject) JsonValue.parse(record.json());
            if (record.number() == 0) {
                header(json);
            } else {
                record(json);
            }
            out.line("");
        }
    }

    private void header(JsonObject json) {
        out.line(" name: \"" + text(json, "name") + "'");
        out.line(" local address: \"" + text(json, "local_address") + "\"");
        out.line(" server_id: " + shortened(text(json, "server_id")));
        if (json.members().containsKey("cluster_id")) {
            out.line(" cluster_id: " + shortened(text(json, "cluster_id")));
        }
        if (json.members().get("remote_addresses") instanceof JsonArray addresses) {
            List<String> texts = new ArrayList<>();
            addresses.elements().forEach(address -> texts.add(plain(address)));
            out.line(" remote_addresses: " + String.join(" ", HashOrder.of(texts)));
        }
        if (json.members().containsKey("prev_index")) {
            number(json, "prev_index");
            number(json, "prev_term");
            servers(json, "prev_servers");
            id(json, "prev_eid");
            data(json, "prev_data", "prev_");
        }
    }

    private void record(JsonObject json) {
        if (json.members().get("comment") instanceof JsonString comment) {
            out.line(" comment: \"" + comment.value() + "\"");
        }
        number(json, "term");
        number(json, "index");
        servers(json, "servers");
        id(json, "eid");
        data(json, "data", "");
        for (String member : List.of("vote", "leader")) {
            if (json.members().containsKey(member)) {
                out.line(" " + member + ": " + shortened(text(json, member)));
            }
        }
        if (json.members().containsKey("note")) {
            out.line(" note: \"" + text(json, "note") + "\"");
        }
        number(json, "commit_index");
    }

    private void number(JsonObject json, String member) {
        if (json.members().containsKey(member)) {
            out.line(" " + member + ": " + text(json, member));
        }
    }

    private void id(JsonObject json, String member) {
        if (json.members().containsKey(member)) {
            out.line(" " + member + ": " + shortened(text(json, member)));
        }
    }

    private void servers(JsonObject json, String member) {
        if (json.members().get(member) instanceof JsonObject servers) {
            List<String> texts = new ArrayList<>();
            List<String> ids = new ArrayList<>(servers.members().keySet());
            ids.sort(NameOrder.BYTES);
            for (String id : ids) {
                texts.add(
                        shortened(id) + "(" + JsonPrinter.sorted(servers.get(id).orElseThrow()) + ")");
            }
            out.line(" " + member + ": " + String.join(", ", texts));
        }
    }

    private void data(JsonObject json, String member, String prefix) {
        if (!(json.members().get(member) instanceof JsonArray data)) {
            return;
        }
        if (data.size() != 2) {
            out.line(" ***invalid data***");
            return;
        }
        if (data.get(0) instanceof JsonObject schemaJson) {
            DatabaseSchema schema = DatabaseSchema.parse(schemaJson.toString());
            changes.use(schema);
            out.line(" " + prefix + "schema: " + ShowLog.describe(schema, ", "));
        }
        if (data.get(1) instanceof JsonObject record) {
            changes.print(record);
        }
    }

    private static String text(JsonObject json, String member) {
        return json.get(member).map(ClusterLog::plain).orElse("");
    }

    private static String plain(JsonValue value) {
        return value instanceof JsonString string ? string.value() : value.toString();
    }

    private static String shortened(String id) {
        return id.length() > SHORT ? id.substring(0, SHORT) : id;
    }
}
