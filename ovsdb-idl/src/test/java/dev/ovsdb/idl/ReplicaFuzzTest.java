package dev.ovsdb.idl;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.ovsdb.idl.UpdateMaker.Plain;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.framing.Message;
import dev.ovsdb.jsonrpc.testing.CaughtLog;
import dev.ovsdb.jsonrpc.testing.Choices;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A replica whose server says anything: what is right is taken in whole, and then the replica equals plain maps; what is not right
 * leaves it as it was until it has read everything anew, by itself or after the connection was lost.
 */
class ReplicaFuzzTest {
    private static final List<String> METHODS = List.of("monitor_cond_since", "monitor_cond", "monitor");
    private static final List<String> UPDATES = List.of("update3", "update2", "update");
    private static final int MOST_STEPS = 40;

    @FuzzTest
    void replica(byte[] bytes) {
        Choices choices = new Choices(bytes);
        try (CaughtLog log = new CaughtLog();
                Scene scene = new Scene()) {
            Conversation conversation = new Conversation(scene, choices);
            for (int i = 0; i < MOST_STEPS && !choices.isUsedUp(); i++) {
                conversation.step();
            }
            log.requireNoError();
        }
    }

    private static final class Conversation {
        private final Scene scene;
        private final Choices choices;
        private final int kind; // Of the monitor: an index into the methods.
        private final UpdateMaker maker;
        private final LiveIdl idl;
        private Map<UUID, Plain> rows = new TreeMap<>();
        private ScriptedPeer server;
        private int answered; // Of the messages that this server received.
        private String monitorId = "";

        Conversation(Scene scene, Choices choices) {
            this.scene = scene;
            this.choices = choices;
            this.kind = choices.below(METHODS.size());
            this.maker = new UpdateMaker(choices, kind == 2);
            this.server = server();
            this.idl = scene.idl(Idl.of(Scene.ALL));
            serve();
            equal();
        }

        private ScriptedPeer server() {
            ScriptedPeer next = scene.serverWithoutMonitors(UpdateMaker.SCHEMA);
            METHODS.subList(0, kind).forEach(method -> next.on(method).replyError("'unknown method'"));
            METHODS.subList(kind, METHODS.size())
                    .forEach(method -> next.on(method).stayQuiet());
            answered = 0;
            return next;
        }

        /** Answers what asks for monitors, for so long as it takes until the replica is live. */
        private void serve() {
            answerAll();
            for (int i = 0; i < 90 && !idl.state().isLive(); i++) {
                scene.loop.advance(Duration.ofSeconds(1));
                answerAll();
            }
            if (!idl.state().isLive()) {
                throw new AssertionError("not live again: " + idl.state() + " after " + server.received());
            }
        }

        private void answerAll() {
            List<Message> all = server.received();
            for (Message message : all.subList(answered, all.size())) {
                if (message.kind() == Message.Kind.REQUEST && METHODS.indexOf(message.method()) >= kind) {
                    String result = isForContents(message) ? contents(message) : "{}";
                    server.send("{'id':" + message.requireId() + ",'result':" + result + ",'error':null}");
                }
            }
            answered = all.size();
            scene.loop.run();
        }

        private String contents(Message request) {
            monitorId = ((JsonArray) request.requireBody().toValue()).get(1).toString();
            String contents = maker.contents(rows);
            return kind == 0 ? "[false,'" + Scene.row(999) + "'," + contents + "]" : contents;
        }

        /** The other monitor is of no table: by it the session hears of conversions. */
        private static boolean isForContents(Message request) {
            return !request.requireBody().toString().contains("\"schema\"");
        }

        private int asked() {
            return (int) server.received(METHODS.get(kind)).stream()
                    .filter(Conversation::isForContents)
                    .count();
        }

        void step() {
            int choice = choices.below(16);
            if (choice == 15) {
                lose();
            } else if (choice == 14) {
                server.sendBytes(choices.raw(1 + choices.below(20)));
                lose();
            } else {
                update(maker.next(rows));
            }
        }

        private void update(UpdateMaker.Message message) {
            int before = asked();
            String last = kind == 0 ? "'" + Scene.row(998) + "'," : "";
            server.send("{'id':null,'method':'" + UPDATES.get(kind) + "','params':[" + monitorId + "," + last
                    + message.rows() + "]}");
            scene.loop.run();
            Map<UUID, Plain> after = message.after();
            if (after == null) {
                survive(before);
                return;
            }
            rows = after;
            equal();
            if (server.isClosed() || asked() != before) {
                throw new AssertionError("a right message was refused: " + message.rows());
            }
        }

        /** What is not right may be passed over, or taken for what it seems: then only a new beginning makes all equal again. */
        private void survive(int before) {
            if (server.isClosed()) {
                lose();
                return;
            }
            boolean refused = !idl.state().isLive() || asked() != before;
            if (refused) {
                equal();
                serve();
                equal();
            }
            lose();
        }

        private void lose() {
            ScriptedPeer old = server;
            server = server();
            if (!old.isClosed()) {
                old.hangUp();
            }
            scene.loop.run();
            serve();
            equal();
        }

        private void equal() {
            Map<UUID, Plain> found = new TreeMap<>();
            idl.table("T").forEach(row -> found.put(row.uuid(), plain(row)));
            if (!found.equals(rows)) {
                throw new AssertionError("the replica holds " + found + ", the server " + rows);
            }
        }

        private static Plain plain(IdlRow row) {
            return new Plain(
                    row.get("name").asString(),
                    (int) row.get("n").asLong(),
                    new TreeSet<>(row.get("tags").asStrings()),
                    new TreeMap<>(row.get("ids").asStringMap()));
        }
    }
}
