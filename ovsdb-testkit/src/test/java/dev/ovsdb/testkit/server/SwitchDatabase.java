package dev.ovsdb.testkit.server;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.testkit.Tool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The {@code Open_vSwitch} database of some server, in the hands of the real {@code ovsdb-client}. */
final class SwitchDatabase {
    private static final int PATIENCE_SECONDS = 40;

    private final Tool client = Tool.named("ovsdb-client");
    private final String remote;

    SwitchDatabase(String remote) {
        this.remote = remote;
    }

    /** What a {@code Manager} row says of its remote; times and ports are only there or not. */
    record ManagerStatus(boolean isConnected, Map<String, String> status) {
        boolean has(String key, String value) {
            return value.equals(status.get(key));
        }

        ManagerStatus masked() {
            Map<String, String> masked = new TreeMap<>(status);
            masked.replaceAll((key, value) -> key.startsWith("sec_") || key.equals("bound_port") ? "N" : value);
            return new ManagerStatus(isConnected, masked);
        }
    }

    /** Runs operations, written with apostrophes, and returns their results; each is an object. */
    List<JsonValue> transact(String operations) {
        String params = ("[\"Open_vSwitch\"," + operations + "]").replace('\'', '"');
        JsonArray results = (JsonArray) JsonValue.parse(client.output("-t", "20", "transact", remote, params));
        if (results.toString().contains("\"error\"")) throw new AssertionError(params + ": " + results);
        return results.elements();
    }

    /** Makes this the only manager. */
    void manager(String target) {
        transact("{'op':'delete','table':'Open_vSwitch','where':[]},"
                + "{'op':'insert','table':'Manager','uuid-name':'m','row':{'target':'" + target + "'}},"
                + "{'op':'insert','table':'Open_vSwitch','row':{'manager_options':['named-uuid','m']}}");
    }

    /** Makes these the files of TLS. */
    void tls(Map<String, String> files) {
        JsonValue row = JsonObject.EMPTY;
        for (Map.Entry<String, String> file : files.entrySet()) {
            row = ((JsonObject) row).with(file.getKey(), JsonValue.of(file.getValue()));
        }
        transact("{'op':'delete','table':'Open_vSwitch','where':[]},"
                + "{'op':'insert','table':'SSL','uuid-name':'s','row':" + row + "},"
                + "{'op':'insert','table':'Open_vSwitch','row':{'ssl':['named-uuid','s']}}");
    }

    /** Waits for what comes with a tick of the server's own. */
    ManagerStatus await(String what, Predicate<ManagerStatus> condition) {
        ManagerStatus now = status();
        for (int tries = 0; !condition.test(now); tries++) {
            if (tries > PATIENCE_SECONDS * 10) throw new AssertionError(what + " did not come, but " + now);
            pause();
            now = status();
        }
        return now;
    }

    private static void pause() {
        try {
            new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private ManagerStatus status() {
        JsonObject selected = (JsonObject)
                transact("{'op':'select','table':'Manager','where':[],'columns':['is_connected','status']}")
                        .get(0);
        JsonArray rows = (JsonArray) selected.get("rows").orElseThrow();
        JsonObject row = (JsonObject) rows.get(0);
        Map<String, String> status = new TreeMap<>();
        JsonArray map = (JsonArray) row.get("status").orElseThrow();
        for (JsonValue entry : ((JsonArray) map.get(1)).elements()) {
            JsonArray pair = (JsonArray) entry;
            status.put(text(pair.get(0)), text(pair.get(1)));
        }
        return new ManagerStatus(row.get("is_connected").equals(Optional.of(JsonValue.of(true))), status);
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).value();
    }
}
