package dev.ovsdb.protocol.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.protocol.json.MalformedUtf8Exception;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.monitor.MonitorRequest;
import dev.ovsdb.protocol.monitor.MonitorRequests;
import dev.ovsdb.protocol.monitor.TableUpdates;
import dev.ovsdb.protocol.monitor.UpdateSchema;
import dev.ovsdb.protocol.operation.Abort;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Transaction;
import dev.ovsdb.protocol.vectors.Vectors;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RpcMethodsTest {
    private static final byte[] ID = bytes("[\"id\",1]");
    private static final UUID LAST = UUID.fromString("550e8400-e29b-41d4-a716-446655440000");

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(List<ByteBuffer> buffers) {
        StringBuilder text = new StringBuilder();
        buffers.forEach(buffer -> text.append(StandardCharsets.UTF_8.decode(buffer.duplicate())));
        return text.toString();
    }

    @Nested
    class ParamsOf {
        private final MonitorRequests requests = MonitorRequests.of("T", MonitorRequest.columns("a"));

        @Test
        void everyMethodAsTheServerTakesThem() {
            assertThat(text(ListDbs.params())).isEqualTo("[]");
            assertThat(text(GetServerId.params())).isEqualTo("[]");
            assertThat(text(Echo.params())).isEqualTo("[]");
            assertThat(text(Echo.params(List.of(bytes("1"), bytes("{}"))))).isEqualTo("[1,{}]");
            assertThat(text(GetSchema.params("db"))).isEqualTo("[\"db\"]");
            assertThat(text(Transact.params(Transaction.of("db", new Abort()))))
                    .isEqualTo("[\"db\",{\"op\":\"abort\"}]");
            assertThat(text(Transact.params("db", List.of()))).isEqualTo("[\"db\"]");
            assertThat(text(Cancel.params(bytes("5")))).isEqualTo("[5]");
            assertThat(text(MonitorCancel.params(ID))).isEqualTo("[[\"id\",1]]");
            assertThat(text(Lock.params("l"))).isEqualTo("[\"l\"]");
            assertThat(text(Steal.params("l"))).isEqualTo("[\"l\"]");
            assertThat(text(Unlock.params("l"))).isEqualTo("[\"l\"]");
            assertThat(text(SetDbChangeAware.params(true))).isEqualTo("[true]");
            assertThat(text(Convert.params("db", bytes("{}")))).isEqualTo("[\"db\",{}]");
            assertThat(text(Convert.params("db", Vectors.schema())))
                    .startsWith("[\"db\",{\"")
                    .contains("\"name\":\"Vectors\"");
        }

        @Test
        void everyMonitor() {
            assertThat(text(Monitor.params("db", bytes("null"), requests)))
                    .isEqualTo("[\"db\",null,{\"T\":[{\"columns\":[\"a\"]}]}]");
            assertThat(text(MonitorCond.params("db", ID, requests)))
                    .isEqualTo("[\"db\",[\"id\",1],{\"T\":[{\"columns\":[\"a\"]}]}]");
            assertThat(text(MonitorCondSince.params("db", ID, requests, MonitorCondSince.NO_TRANSACTION)))
                    .isEqualTo("[\"db\",[\"id\",1],{\"T\":[{\"columns\":[\"a\"]}]},"
                            + "\"00000000-0000-0000-0000-000000000000\"]");
            assertThat(text(MonitorCondChange.params(ID, bytes("2"), MonitorConditions.of("T", Condition.FALSE))))
                    .isEqualTo("[[\"id\",1],2,{\"T\":[{\"where\":[false]}]}]");
        }
    }

    @Nested
    class ResultOf {
        @Test
        void everyMethod() {
            assertThat(ListDbs.result().read(bytes("[\"b\",\"a\"]"))).containsExactly("b", "a");
            assertThat(GetServerId.result().read(bytes("\"" + LAST + "\""))).isEqualTo(LAST);
            assertThat(GetSchema.result().read(bytes(Vectors.schema().toJson())))
                    .isEqualTo(Vectors.schema());
            assertThat(Echo.result().read(bytes("[1, {}]"))).isEqualTo(bytes("[1, {}]"));
            assertThat(Lock.result().read(bytes("{\"locked\":false}"))).isFalse();
            assertThat(Steal.result().read(bytes("{\"locked\":true}"))).isTrue();
            assertThat(Unlock.result().read(bytes("{}"))).isNull();
            assertThat(SetDbChangeAware.result().read(bytes("{}"))).isNull();
            assertThat(Convert.result().read(bytes(" {} "))).isNull();
            assertThat(MonitorCancel.result().read(bytes("{}"))).isNull();
            assertThat(MonitorCondChange.result().read(bytes("{}"))).isNull();
        }

        @Test
        void monitorCondSinceTellsWhereToGoOn() {
            MonitorCondSince.Result result =
                    MonitorCondSince.result(UpdateSchema.NONE).read(bytes("[true,\"" + LAST + "\",{}]"));

            assertThat(result).isEqualTo(new MonitorCondSince.Result(true, LAST, TableUpdates.EMPTY));
        }

        @Test
        void nonsenseIsRefusedWithWhatWasExpectedAndFound() {
            assertRefused(ListDbs.result(), "{}", "list_dbs: expected [<database>, ...]");
            assertRefused(ListDbs.result(), "[1]", "list_dbs");
            assertRefused(GetServerId.result(), "\"x\"", "get_server_id: expected a UUID");
            assertRefused(GetSchema.result(), "3", "get_schema: expected <database-schema>");
            assertRefused(Echo.result(), "{}", "echo");
            assertRefused(Lock.result(), "{\"locked\":1}", "lock: expected {\"locked\": <boolean>}");
            assertRefused(Lock.result(), "{\"lock\":true}", "lock");
            assertRefused(Lock.result(), "{\"locked\":true,\"x\":1}", "lock");
            assertRefused(Unlock.result(), "[]", "unlock: expected {}");
            assertRefused(Unlock.result(), "{\"a\":1}", "unlock: expected {}");
            assertRefused(Unlock.result(), "{} {}", "unlock");
            assertRefused(Unlock.result(), "", "received nothing");
            assertRefused(Monitor.result(UpdateSchema.NONE), "[]", "monitor: expected <table-updates>");
            assertRefused(MonitorCondSince.result(UpdateSchema.NONE), "[1,2,3]", "monitor_cond_since");
            assertRefused(
                    MonitorCondSince.result(UpdateSchema.NONE),
                    "[false,\"" + LAST + "\"]",
                    "[found, last-txn-id, <table-updates2>]");
        }

        private void assertRefused(ResultReader<?> reader, String json, String expected) {
            assertThatExceptionOfType(UnexpectedResultException.class)
                    .isThrownBy(() -> reader.read(bytes(json)))
                    .withMessageContaining(expected)
                    .withMessageContaining("received " + json);
        }

        @Test
        void piecesMakeTheSameAsTheWhole() {
            ResultReader<List<String>> reader = ListDbs.result();
            for (byte b : bytes("[\"one\",\"two\"]")) {
                reader.feed(ByteBuffer.wrap(new byte[] {b}));
            }

            assertThat(reader.finish()).containsExactly("one", "two");
        }
    }

    @Nested
    class Notifications {
        @Test
        void areReadAsTheyAreWritten() {
            assertThat(Locked.reader().read(Locked.params("l"))).isEqualTo("l");
            assertThat(Stolen.reader().read(Stolen.params("l"))).isEqualTo("l");
            assertThat(MonitorCanceled.reader().read(MonitorCanceled.params(ID)))
                    .isEqualTo(ID);
        }

        @Test
        void carryTheIdAndWhereToGoOn() {
            UpdateNotification update = Update.reader(UpdateSchema.NONE).read(Update.params(ID, TableUpdates.EMPTY));
            UpdateNotification update2 = Update2.reader(UpdateSchema.NONE).read(Update2.params(ID, TableUpdates.EMPTY));
            UpdateNotification update3 =
                    Update3.reader(UpdateSchema.NONE).read(Update3.params(ID, LAST, TableUpdates.EMPTY));

            assertThat(List.of(update.monitorId(), update2.monitorId(), update3.monitorId()))
                    .containsExactly(ID, ID, ID);
            assertThat(update.lastTransactionId()).isEmpty();
            assertThat(update3.lastTransactionId()).contains(LAST);
        }
    }

    @Test
    void e2AnErrorThatIsNeitherStringNorErrorObjectIsKeptAsItIs() {
        RpcError error = RpcError.parse(bytes("[1,2]"));

        assertThat(error.form()).isEqualTo(RpcError.Form.OTHER);
        assertThat(error.toString()).isEqualTo("[1,2]");
    }

    @Test
    void anErrorThatIsNotUnicodeIsRefusedInEachForm() {
        byte[] string = "\"\u00ac\"".getBytes(StandardCharsets.ISO_8859_1);
        byte[] object = "{\"id\":0,\"error\":\"\u00ac\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> RpcError.parse(string)).isInstanceOf(MalformedUtf8Exception.class);
        assertThatThrownBy(() -> RpcError.parse(object)).isInstanceOf(MalformedUtf8Exception.class);
    }

    @Test
    void e2AnErrorObjectKeepsMembersThatNobodyKnows() {
        RpcError error = RpcError.parse(bytes("{\"error\":\"I/O error\",\"io-error\":\"No space\",\"details\":7}"));

        assertThat(error.error().others())
                .containsEntry("io-error", "\"No space\"")
                .containsEntry("details", "7");
        assertThat(error.details()).isEmpty();
    }
}
