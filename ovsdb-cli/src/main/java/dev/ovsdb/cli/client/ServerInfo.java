package dev.ovsdb.cli.client;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBoolean;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.Optional;
import java.util.UUID;

/** What a server's own database {@code _Server} says about one of its databases. */
record ServerInfo(JsonObject row) {
    /** The params of the transaction that asks for it. */
    static JsonValue[] query(String database) {
        JsonValue byName = JsonValue.array(JsonValue.of("name"), JsonValue.of("=="), JsonValue.of(database));
        JsonObject select = JsonValue.object("op", JsonValue.of("select"))
                .with("table", JsonValue.of("Database"))
                .with("where", JsonValue.array(byName));
        return new JsonValue[] {JsonValue.of("_Server"), select};
    }

    /** The row in the answer that has this name, and is of the cluster if one is asked for. */
    static Optional<ServerInfo> in(JsonValue result, String database, Optional<UUID> cluster) {
        if (result instanceof JsonArray results
                && results.size() == 1
                && results.get(0) instanceof JsonObject first
                && first.get("rows").orElse(JsonValue.ofNull()) instanceof JsonArray rows) {
            for (JsonValue row : rows) {
                ServerInfo info = new ServerInfo(row instanceof JsonObject object ? object : JsonObject.EMPTY);
                if (info.text("name").equals(database) && (cluster.isEmpty() || cluster.equals(info.cluster()))) {
                    return Optional.of(info);
                }
            }
        }
        return Optional.empty();
    }

    boolean isClustered() {
        return text("model").equals("clustered");
    }

    /** Whether the server is one to work with: a standalone one always is, a member of a cluster when it is connected. */
    boolean isAcceptable(boolean leaderOnly) {
        return text("model").equals("standalone") || holds("connected") && (!leaderOnly || holds("leader"));
    }

    private boolean holds(String column) {
        return row.get(column).map(value -> value != JsonBoolean.FALSE).orElse(true);
    }

    private String text(String column) {
        return row.get(column)
                .map(value -> value instanceof JsonString string ? string.value() : "")
                .orElse("");
    }

    /** {@code ["uuid", ID]}, or an empty set. */
    private Optional<UUID> cluster() {
        return row.get("cid")
                .filter(value -> value instanceof JsonArray pair && pair.size() == 2)
                .map(value -> ((JsonArray) value).get(1))
                .filter(JsonString.class::isInstance)
                .flatMap(value -> Remotes.uuid(((JsonString) value).value()));
    }
}
