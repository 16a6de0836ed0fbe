package dev.ovsdb.protocol.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.monitor.RowUpdate;
import dev.ovsdb.protocol.monitor.RowUpdateSink;
import dev.ovsdb.protocol.monitor.TableUpdates;
import dev.ovsdb.protocol.monitor.UpdateSchema;
import dev.ovsdb.protocol.monitor.UpdatesHeader;
import dev.ovsdb.protocol.monitor.UpdatesMessage;
import dev.ovsdb.protocol.monitor.UpdatesRoute;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.vectors.Equality;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each message with updates, kept or handed on row by row. */
class UpdatesReadersTest {
    private static final byte[] ID = bytes("[\"id\",1]");
    private static final UUID ROW = new UUID(0, 1);
    private static final UUID LAST = new UUID(0, 9);
    private static final TableUpdates INSERTED = TableUpdates.of(
            "T", ROW, new RowUpdate.Insert(Row.builder().put("n", 1L).build()));
    private static final TableUpdates INITIAL = TableUpdates.of(
            "T", ROW, new RowUpdate.Initial(Row.builder().put("n", 1L).build()));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private final TableUpdates.Builder rows = TableUpdates.builder();

    private UpdatesHeader streamed(ResultReader<UpdatesHeader> reader, List<ByteBuffer> message) {
        UpdatesHeader header = reader.read(message);
        return header;
    }

    private static List<ByteBuffer> result(String json) {
        return List.of(ByteBuffer.wrap(bytes(json)));
    }

    private static String rowsOf(String kind) {
        return "{\"T\":{\"" + ROW + "\":{\"" + kind + "\":{\"n\":1}}}}";
    }

    @Test
    void notificationsAreKept() {
        UpdateNotification update = Update.reader(UpdateSchema.NONE).read(Update.params(ID, INSERTED));
        UpdateNotification update2 = Update2.reader(UpdateSchema.NONE).read(Update2.params(ID, INSERTED));
        UpdateNotification update3 = Update3.reader(UpdateSchema.NONE).read(Update3.params(ID, LAST, INSERTED));

        assertThat(update.updates())
                .isEqualTo(update2.updates())
                .isEqualTo(update3.updates())
                .isEqualTo(INSERTED);
    }

    @Test
    void notificationsAreHandedOn() {
        UpdatesHeader header = streamed(Update.reader(UpdateSchema.NONE, rows), Update.params(ID, INSERTED));
        assertThat(header.monitorId().orElseThrow()).isEqualTo(ID);
        assertThat(rows.build()).isEqualTo(INSERTED);

        TableUpdates.Builder second = TableUpdates.builder();
        streamed(Update2.reader(UpdateSchema.NONE, second), Update2.params(ID, INSERTED));
        assertThat(second.build()).isEqualTo(INSERTED);

        TableUpdates.Builder third = TableUpdates.builder();
        UpdatesHeader last = streamed(Update3.reader(UpdateSchema.NONE, third), Update3.params(ID, LAST, INSERTED));
        assertThat(third.build()).isEqualTo(INSERTED);
        assertThat(last.lastTransactionId()).contains(LAST);
    }

    @Test
    void resultsAreKept() {
        assertThat(Monitor.result(UpdateSchema.NONE).read(result(rowsOf("new"))))
                .isEqualTo(INITIAL);
        assertThat(MonitorCond.result(UpdateSchema.NONE).read(result(rowsOf("initial"))))
                .isEqualTo(INITIAL);
    }

    @Test
    void resultsAreHandedOn() {
        streamed(Monitor.result(UpdateSchema.NONE, rows), result(rowsOf("new")));
        assertThat(rows.build()).isEqualTo(INITIAL);

        TableUpdates.Builder second = TableUpdates.builder();
        streamed(MonitorCond.result(UpdateSchema.NONE, second), result(rowsOf("initial")));
        assertThat(second.build()).isEqualTo(INITIAL);

        TableUpdates.Builder third = TableUpdates.builder();
        UpdatesHeader header = streamed(
                MonitorCondSince.result(UpdateSchema.NONE, third),
                result("[true,\"" + LAST + "\"," + rowsOf("initial") + "]"));
        assertThat(third.build()).isEqualTo(INITIAL);
        assertThat(header.found()).contains(true);
        assertThat(header.lastTransactionId()).contains(LAST);
    }

    @Test
    void aRouterChoosesBySinkWhatBecomesOfThem() {
        ResultReader<UpdatesHeader> reader =
                UpdatesReaders.routed("update2", UpdatesMessage.UPDATE2, header -> route(header, rows));

        assertThat(reader.read(Update2.params(ID, INSERTED)).monitorId().orElseThrow())
                .isEqualTo(ID);
        assertThat(rows.build()).isEqualTo(INSERTED);
    }

    private static UpdatesRoute route(UpdatesHeader header, RowUpdateSink sink) {
        assertThat(header.monitorId().orElseThrow()).isEqualTo(ID);
        return new UpdatesRoute(UpdateSchema.NONE, sink);
    }

    @Test
    void notificationsAreEqualIfAllThatTheySayIs() {
        UpdateNotification one = new UpdateNotification(ID, LAST, INSERTED);
        assertThat(one)
                .isEqualTo(new UpdateNotification(ID.clone(), LAST, INSERTED))
                .hasSameHashCodeAs(new UpdateNotification(ID.clone(), LAST, INSERTED))
                .isNotEqualTo(new UpdateNotification(bytes("1"), LAST, INSERTED))
                .isNotEqualTo(new UpdateNotification(ID, null, INSERTED))
                .isNotEqualTo(new UpdateNotification(ID, LAST, INITIAL))
                .isNotEqualTo("1");
        assertThat(one.hashCode()).isNotEqualTo(new UpdateNotification(ID, null, INSERTED).hashCode());
    }

    @Test
    void aTextMayComeInManyPiecesAndGrowLarge() {
        ResultReader<List<String>> reader = ListDbs.result();
        String name = "x".repeat(1_000);
        reader.feed(ByteBuffer.wrap(bytes("[")));
        for (int i = 0; i < 50; i++) {
            reader.feed(ByteBuffer.wrap(bytes((i == 0 ? "\"" : ",\"") + name + "\"")));
            reader.feed(ByteBuffer.allocate(0));
        }
        reader.feed(ByteBuffer.wrap(bytes("]")));

        assertThat(reader.finish()).hasSize(50).containsOnly(name);
    }

    @Test
    void aTextMayLieAnywhereInAnArray() {
        ByteBuffer piece = ByteBuffer.wrap(bytes("xxxx[\"a\"]yy"), 2, 7).slice();
        piece.position(2);

        assertThat(ListDbs.result().read(List.of(piece))).containsExactly("a");
        assertThat(ListDbs.result().read(List.of(piece.asReadOnlyBuffer()))).containsExactly("a");
    }

    @Test
    void e2AnErrorOfEachFormIsWrittenAsItWasRead() {
        for (String json : List.of("\"unknown method\"", "{\"details\":\"y\",\"error\":\"x\"}", "[1,2]", "7")) {
            JsonWriter writer = new JsonWriter();
            RpcError.parse(bytes(json)).write(writer);
            assertThat(writer).hasToString(json);
        }
        Equality.holdsFor(
                RpcError.of(ErrorTag.UNKNOWN_METHOD),
                RpcError.parse(bytes("\"unknown method\"")),
                RpcError.parse(bytes("{\"error\":\"unknown method\"}")));
        assertThat(RpcError.of(ErrorTag.UNKNOWN_METHOD).isUnknownMethod()).isTrue();
        assertThat(RpcError.of(ErrorTag.UNKNOWN_METHOD).form()).isEqualTo(RpcError.Form.STRING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\" 1", "{} {}", "[1] ]", "", "{"})
    void e2AnErrorIsOneText(String json) {
        assertThatExceptionOfType(JsonSyntaxException.class).isThrownBy(() -> RpcError.parse(bytes(json)));
    }
}
