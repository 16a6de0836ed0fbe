package dev.ovsdb.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.InvalidDatumException;
import dev.ovsdb.protocol.UnknownNames;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.monitor.TableUpdates;
import dev.ovsdb.protocol.monitor.UpdateNotation;
import dev.ovsdb.protocol.monitor.UpdateSchema;
import dev.ovsdb.protocol.operation.InvalidOperationException;
import dev.ovsdb.protocol.operation.Transaction;
import dev.ovsdb.protocol.rpc.GetSchema;
import dev.ovsdb.protocol.rpc.Lock;
import dev.ovsdb.protocol.rpc.Locked;
import dev.ovsdb.protocol.rpc.Monitor;
import dev.ovsdb.protocol.rpc.MonitorCanceled;
import dev.ovsdb.protocol.rpc.MonitorCond;
import dev.ovsdb.protocol.rpc.MonitorCondSince;
import dev.ovsdb.protocol.rpc.ResultReader;
import dev.ovsdb.protocol.rpc.RpcError;
import dev.ovsdb.protocol.rpc.Stolen;
import dev.ovsdb.protocol.rpc.Transact;
import dev.ovsdb.protocol.rpc.Update;
import dev.ovsdb.protocol.rpc.Update2;
import dev.ovsdb.protocol.rpc.Update3;
import dev.ovsdb.protocol.rpc.UpdateNotification;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a part of a message with the codec of its RPC method, a byte at a time, writes it again, and compares. */
final class RoundTrip {
    private RoundTrip() {}

    static void error(JsonValue error) {
        same(error, RpcError.parse(utf8(error))::write);
    }

    static void notification(DatabaseSchema schema, String method, JsonValue params) {
        UpdateSchema updates = UpdateSchema.of(schema, UnknownNames.KEEP);
        switch (method) {
            case Update.METHOD -> {
                UpdateNotification read = read(Update.reader(updates), params);
                same(params, Update.params(read.monitorId(), read.updates()));
            }
            case Update2.METHOD -> {
                UpdateNotification read = read(Update2.reader(updates), params);
                same(params, Update2.params(read.monitorId(), read.updates()));
            }
            case Update3.METHOD -> {
                UpdateNotification read = read(Update3.reader(updates), params);
                same(
                        params,
                        Update3.params(
                                read.monitorId(), read.lastTransactionId().orElseThrow(), read.updates()));
            }
            case Locked.METHOD -> assertThat(read(Locked.reader(), params)).isEqualTo(onlyString(params));
            case Stolen.METHOD -> assertThat(read(Stolen.reader(), params)).isEqualTo(onlyString(params));
            case MonitorCanceled.METHOD ->
                assertThat(JsonValue.parse(read(MonitorCanceled.reader(), params)))
                        .isEqualTo(((JsonArray) params).get(0));
            default -> throw new AssertionError("the server sent a notification that we do not know: " + method);
        }
    }

    static void reply(DatabaseSchema schema, JsonObject request, JsonValue result) {
        UpdateSchema updates = UpdateSchema.of(schema, UnknownNames.KEEP);
        switch (((JsonString) request.get("method").orElseThrow()).value()) {
            case "transact" -> outcome(schema, request.get("params").orElseThrow(), result);
            case "monitor" -> updates(result, read(Monitor.result(updates), result), UpdateNotation.V1);
            case "monitor_cond" -> updates(result, read(MonitorCond.result(updates), result), UpdateNotation.V2);
            case "monitor_cond_since" -> {
                MonitorCondSince.Result read = read(MonitorCondSince.result(updates), result);
                JsonArray array = (JsonArray) result;
                assertThat(JsonValue.of(read.found())).isEqualTo(array.get(0));
                assertThat(JsonValue.of(read.lastTransactionId().toString())).isEqualTo(array.get(1));
                updates(array.get(2), read.updates(), UpdateNotation.V2);
            }
            case "get_schema" -> same(result, read(GetSchema.result(), result)::write);
            case "lock" ->
                assertThat(JsonValue.object("locked", JsonValue.of(read(Lock.result(), result))))
                        .isEqualTo(result);
            default -> {} // Nothing but JSON.
        }
    }

    private static void outcome(DatabaseSchema schema, JsonValue params, JsonValue result) {
        Optional<Transaction> asked = transaction(schema, params);
        if (asked.isEmpty()) {
            assertThat(result.toString())
                    .as("the server's view of what we refuse")
                    .contains("\"error\":");
            return;
        }
        DatabaseSchema known = asked.get().database().equals(schema.name()) ? schema : null;
        same(result, read(Transact.result(asked.get().operations(), known), result)::write);
    }

    private static Optional<Transaction> transaction(DatabaseSchema schema, JsonValue params) {
        try {
            return Optional.of(
                    Transaction.read(JsonReader.of(utf8(params)), name -> name.equals(schema.name()) ? schema : null));
        } catch (InvalidOperationException | InvalidDatumException e) {
            return Optional.empty();
        }
    }

    private static void updates(JsonValue json, TableUpdates updates, UpdateNotation notation) {
        same(json, writer -> updates.write(writer, notation));
    }

    private static <T> T read(ResultReader<T> reader, JsonValue json) {
        for (byte next : utf8(json)) reader.feed(ByteBuffer.wrap(new byte[] {next}));
        return reader.finish();
    }

    private static void same(JsonValue json, Consumer<JsonWriter> writing) {
        JsonWriter writer = new JsonWriter();
        writing.accept(writer);
        assertThat(JsonValue.parse(writer.toByteArray()))
                .as("read and written again")
                .isEqualTo(json);
    }

    private static void same(JsonValue json, List<ByteBuffer> written) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (ByteBuffer buffer : written) {
            while (buffer.hasRemaining()) bytes.write(buffer.get());
        }
        assertThat(JsonValue.parse(bytes.toByteArray()))
                .as("read and written again")
                .isEqualTo(json);
    }

    private static String onlyString(JsonValue params) {
        return ((JsonString) ((JsonArray) params).get(0)).value();
    }

    private static byte[] utf8(JsonValue json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
