package dev.ovsdb.testkit.idl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.OvsdbClientBuilder;
import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.Replica;
import dev.ovsdb.idl.View;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.reconnect.BackoffOptions;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.fault.Ending;
import dev.ovsdb.testkit.fault.FaultProxy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Plays histories on one server, one after the other, each from an empty database, while a replica and the Python IDL follow it; after
 * each step both must hold the same.
 *
 * <p>A transaction also raises the number in table Marker; who has that has the transaction.
 */
final class HistoryPlay implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String EMPTY = json("{'op':'delete','table':'Thing','where':[]}");

    private final ReferenceServer server;
    private final Path schema;
    private BlockingOvsdbClient writer;
    private long marker;
    private boolean converted;
    private int tried;

    HistoryPlay(ReferenceServer server, Path schema) {
        this.server = server;
        this.schema = schema;
        this.writer = connect();
        assertThat(transact(json("[{'op':'insert','table':'Marker','row':{'number':0}}]")))
                .isEmpty();
    }

    private static String json(String withSingleQuotes) {
        return withSingleQuotes.replace('\'', '"');
    }

    private BlockingOvsdbClient connect() {
        return quick(server.remote("unix")).connectBlocking();
    }

    private static OvsdbClientBuilder quick(String remote) {
        return OvsdbClient.builder()
                .remotes(remote)
                .backoff(BackoffOptions.defaults().withMin(Duration.ofMillis(5)).withMax(Duration.ofMillis(100)));
    }

    /** How many transactions of those that may fail did not. */
    int successfulTries() {
        return tried;
    }

    /** Answers how many steps were compared. */
    int play(History history) throws Exception {
        try {
            return compareStepByStep(history);
        } catch (AssertionError | Exception e) {
            throw new AssertionError(
                    history.name() + ": " + e.getMessage() + "\nThe server "
                            + (server.isRunning() ? "runs" : "has ended") + ", its log: " + server.log(),
                    e);
        }
    }

    private int compareStepByStep(History history) throws Exception {
        int compared = 0;
        try (FaultProxy proxy = FaultProxy.before(server.remote("unix"));
                Idl idl = Idl.of(interest(history)).connect(quick(proxy.remote()));
                PythonFollower python = new PythonFollower(proxy.remote(), schema, history.columns())) {
            idl.live().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(markedTransaction("[" + EMPTY + "]")).isEmpty();
            compare(history, "the beginning", idl, python.ask("marker " + marker));
            for (History.Step step : history.steps()) {
                List<String> expected = step(step, idl, proxy, python);
                if (!expected.isEmpty()) {
                    compare(history, step.toString(), idl, expected);
                    compared++;
                }
            }
        }
        if (converted) {
            writer.convert("Follow", DatabaseSchema.parse(Files.readString(schema)));
            converted = false;
        }
        return compared;
    }

    private static Interest interest(History history) {
        JsonObject tables = (JsonObject) JsonValue.parse(history.columns());
        if (tables.members().isEmpty()) {
            return Interest.everything("Follow");
        }
        Interest.Builder interest = Interest.of("Follow");
        tables.members()
                .forEach((table, columns) -> interest.table(
                        table,
                        ((JsonArray) columns)
                                .elements().stream()
                                        .map(column -> ((JsonString) column).value())
                                        .toArray(String[]::new)));
        return interest.build();
    }

    /** Does it, and answers what the Python IDL holds when it has it; nothing where there is nothing to wait for. */
    private List<String> step(History.Step step, Idl idl, FaultProxy proxy, PythonFollower python) throws Exception {
        switch (step.verb()) {
            case TRANSACT ->
                assertThat(markedTransaction(step.json())).as("%s", step).isEmpty();
            case REFUSED ->
                assertThat(markedTransaction(step.json())).as("%s", step).isNotEmpty();
            case TRY -> tried += markedTransaction(step.json()).isEmpty() ? 1 : 0;
            case CONDITIONS -> {
                MonitorConditions conditions = conditions(step.json(), idl);
                List<String> held = python.ask("conditions " + step.json());
                idl.setConditions(conditions).applied().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                return held;
            }
            case CONVERT -> {
                writer.convert("Follow", extended(step.json()));
                converted = true;
                return List.of();
            }
            case CUT -> {
                proxy.cut(Ending.RESET);
                return List.of();
            }
            case RESTART -> {
                server.stop();
                comeAgain();
                return List.of();
            }
            case KILL -> {
                server.kill();
                comeAgain();
                return List.of();
            }
        }
        return python.ask("marker " + marker);
    }

    /** The schema with columns added to tables. */
    private DatabaseSchema extended(String columnsByTable) throws IOException {
        JsonObject whole = (JsonObject) JsonValue.parse(Files.readString(schema));
        JsonObject tables = member(whole, "tables");
        for (Map.Entry<String, JsonValue> added :
                ((JsonObject) JsonValue.parse(columnsByTable)).members().entrySet()) {
            JsonObject table = member(tables, added.getKey());
            JsonObject columns = member(table, "columns");
            for (Map.Entry<String, JsonValue> column :
                    ((JsonObject) added.getValue()).members().entrySet()) {
                columns = columns.with(column.getKey(), column.getValue());
            }
            tables = tables.with(added.getKey(), table.with("columns", columns));
        }
        return DatabaseSchema.parse(whole.with("tables", tables).toString());
    }

    private static JsonObject member(JsonObject object, String name) {
        return (JsonObject) object.get(name).orElseThrow();
    }

    private void comeAgain() {
        writer.close();
        server.restart();
        writer = connect();
    }

    private static MonitorConditions conditions(String json, Idl idl) {
        StringBuilder form = new StringBuilder();
        ((JsonObject) JsonValue.parse(json))
                .members()
                .forEach((table, where) ->
                        form.append(form.isEmpty() ? "" : ",").append("\"" + table + "\":[{\"where\":" + where + "}]"));
        return MonitorConditions.read(JsonReader.of(("{" + form + "}").getBytes(StandardCharsets.UTF_8)), idl.schema());
    }

    /** Runs it; if it is refused, raises the number all the same. Answers the errors. */
    private List<JsonValue> markedTransaction(String operations) {
        marker++;
        String raise = json("{'op':'update','table':'Marker','where':[],'row':{'number':" + marker + "}}");
        List<JsonValue> errors = transact(operations.substring(0, operations.length() - 1) + "," + raise + "]");
        if (!errors.isEmpty()) {
            assertThat(transact("[" + raise + "]")).isEmpty();
        }
        return errors;
    }

    private List<JsonValue> transact(String operations) {
        JsonBytes params = JsonBytes.of(("[\"Follow\"," + operations.substring(1)).getBytes(StandardCharsets.UTF_8));
        return ((JsonArray) writer.transactRaw(params).toValue())
                .elements().stream()
                        .filter(result -> result instanceof JsonObject object
                                && object.get("error").isPresent())
                        .toList();
    }

    private void compare(History history, String step, Idl idl, List<String> expected) {
        assertThat(idl.await(this::isMarked, PATIENCE))
                .as("%s, after %s: %s", history.name(), step, idl.state())
                .isTrue();
        try (View view = idl.view()) {
            List<String> found = Contents.of(view);
            if (!found.equals(expected)) {
                assertThat(found)
                        .as("%s, after %s; the server has %s", history.name(), step, rows())
                        .isEqualTo(expected);
            }
        }
    }

    /** The third opinion. */
    private JsonValue rows() {
        String select = json(
                "[\"Follow\",{'op':'select','table':'Thing','where':[]},{'op':'select','table':'Part','where':[]}]");
        return writer.transactRaw(JsonBytes.of(select.getBytes(StandardCharsets.UTF_8)))
                .toValue();
    }

    private boolean isMarked(Replica replica) {
        return replica.table("Marker").stream()
                .anyMatch(row -> row.get("number").asLong() >= marker);
    }

    @Override
    public void close() {
        writer.close();
    }
}
