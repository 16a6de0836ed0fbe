package dev.ovsdb.server.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.connection.PieceSink;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Replies to requests for monitors, large and small. */
class InitialContentsTest {
    private static final int ROWS = 500;
    private static final HubOptions SMALL_SLICES = new HubOptions(100, 16, 1_000, 1 << 20);
    private static final String BOTH = "['M',1,{'T':[{'columns':['i','s']}],'U':[{'columns':['n']}]}]";

    private final Session session = new Session(SMALL_SLICES);
    private final List<UUID> rows = new ArrayList<>();

    private void fill() {
        for (int i = 0; i < ROWS; i++) {
            rows.add(session.database.insert(
                    "T", Row.empty().with("i", Datum.of(i)).with("s", Datum.of("row \"" + i + "\""))));
            session.database.insert("U", Row.empty().with("n", Datum.of("n" + i)));
        }
        session.commitAndPublish();
    }

    private static JsonObject tables(String text) {
        return (JsonObject) JsonValue.parse(text);
    }

    private static JsonObject table(JsonObject tables, String name) {
        return (JsonObject) tables.get(name).orElseThrow();
    }

    @Test
    void isAnEmptyObjectIfThereAreNoRows() {
        assertThat(session.drain(session.open(MonitorKind.MONITOR, BOTH).reply()))
                .isEqualTo("{}");
        assertThat(session.drain(session.open(MonitorKind.MONITOR_COND, BOTH).reply()))
                .isEqualTo("{}");
    }

    @Test
    void fewRowsThatAreLargeLeaveInSlicesThatOthersShare() {
        for (int i = 0; i < 5; i++) {
            session.database.insert("T", Row.empty().with("i", Datum.of(i)).with("s", Datum.of("x".repeat(700))));
        }
        session.commitAndPublish();

        MonitorReply reply = session.open(MonitorKind.MONITOR, BOTH).reply();
        assertThat(reply.whole()).isEmpty();
        JsonObject tables = tables(session.drain(reply));
        assertThat(table(tables, "T").size()).isEqualTo(5);
    }

    @Test
    void hasEveryRowOnceHoweverItIsCut() {
        fill();
        MonitorReply reply = session.open(MonitorKind.MONITOR_COND, BOTH).reply();
        assertThat(reply.whole()).isEmpty();
        JsonObject tables = tables(session.drain(reply));
        assertThat(table(tables, "T").size()).isEqualTo(ROWS);
        assertThat(table(tables, "U").size()).isEqualTo(ROWS);
        assertThat(table(tables, "T").get(rows.get(7).toString()).orElseThrow())
                .hasToString("{\"initial\":{\"i\":7,\"s\":\"row \\\"7\\\"\"}}");
    }

    @Test
    void showsTheVersionOfItsPointAlthoughTheDatabaseGoesOn() {
        fill();
        MonitorReply reply = session.open(MonitorKind.MONITOR, BOTH).reply();
        session.database.delete("T", rows.get(0));
        session.commitAndPublish();
        assertThat(table(tables(session.drain(reply)), "T").size()).isEqualTo(ROWS);
    }

    @Test
    void isMadeNoFasterThanItIsTaken() {
        fill();
        MonitorReply reply = session.open(MonitorKind.MONITOR, BOTH).reply();
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            reply.next(new PieceSink() {
                @Override
                public void piece(List<ByteBuffer> bytes) {
                    sizes.add(bytes.stream().mapToInt(ByteBuffer::remaining).sum());
                }

                @Override
                public void end() {}

                @Override
                public void fail(Throwable cause) {}
            });
            assertThat(session.work).hasSizeLessThanOrEqualTo(1);
            session.run();
        }
        assertThat(sizes).hasSize(3).allMatch(size -> size < 1_200);
        reply.close();
    }

    @Test
    void isSharedByThoseWhoAskForTheSameVersion() {
        fill();
        int scans = session.database.scans;
        String first = session.drain(session.open(MonitorKind.MONITOR, BOTH).reply());
        String second = session.drain(session.open(MonitorKind.MONITOR, BOTH).reply());
        assertThat(second).isEqualTo(first);
        assertThat(session.database.scans - scans).as("one scan of each table").isEqualTo(2);
    }

    @Test
    void isSharedWithThoseWhoComeAfterTheOthersHaveGone() {
        fill();
        OpenedMonitor first = session.open(MonitorKind.MONITOR, BOTH);
        session.drain(first.reply());
        session.hub.close(first.monitor());
        int scans = session.database.scans;
        session.drain(session.open(MonitorKind.MONITOR, BOTH).reply());
        assertThat(session.database.scans).isEqualTo(scans);
    }

    @Test
    void letsGoOfItsVersionOnceTheRowsAreGathered() {
        fill();
        MonitorReply taken = session.open(MonitorKind.MONITOR, BOTH).reply();
        MonitorReply dropped = session.open(MonitorKind.MONITOR_COND, BOTH).reply();
        assertThat(session.database.pins).isEqualTo(2);
        dropped.close();
        assertThat(session.database.pins).isEqualTo(1);
        session.drain(taken);
        assertThat(session.database.pins).isZero();
    }

    @Test
    void ofNamedRowsLooksThemUp() {
        fill();
        int scans = session.database.scans;
        String where = "[['_uuid','==',['uuid','" + rows.get(3) + "']]]";
        MonitorReply reply = session.open(MonitorKind.MONITOR_COND, "['M',1,{'T':[{'where':" + where + "}]}]")
                .reply();
        assertThat(reply.whole()).isPresent();
        assertThat(table(tables(session.drain(reply)), "T").members())
                .containsOnlyKeys(rows.get(3).toString());
        assertThat(session.database.scans).isEqualTo(scans);
    }

    @Test
    void leavesOutTablesThatDoNotWantThem() {
        fill();
        String params = "['M',1,{'T':[{'columns':['i'],'select':{'initial':false}}],'U':[{'columns':['n']}]}]";
        assertThat(tables(session.drain(
                                session.open(MonitorKind.MONITOR, params).reply()))
                        .members())
                .containsOnlyKeys("U");
    }

    @Test
    void ofMonitorCondSinceTellsTheLastTransaction() {
        fill();
        String zero = new UUID(0, 0).toString();
        String params = "['M',1,{'U':[{'columns':['n']}]},'" + zero + "']";
        JsonArray reply = (JsonArray) JsonValue.parse(session.drain(
                session.open(MonitorKind.MONITOR_COND_SINCE, params).reply()));
        assertThat(reply.get(0)).hasToString("false");
        assertThat(reply.get(1)).hasToString("\"" + session.hub.lastTransactionId() + "\"");
        assertThat(table((JsonObject) reply.get(2), "U").size()).isEqualTo(ROWS);
    }
}
