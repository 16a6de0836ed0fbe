package dev.ovsdb.testkit.recording;

import dev.ovsdb.jsonrpc.transport.Transport;
import java.util.List;

/** One client's part: says what it is told to, and compares what it hears. Confined to the loop of the stage. */
final class ClientPlayer {
    private final Stage stage;
    private final int session;
    private final List<RecordedMessage> expected; // Of the server.
    private final Line line;
    private final Runnable heardMore;
    private int heard;
    private int taken;
    private boolean closed;

    ClientPlayer(Stage stage, int session, Transport transport, Runnable heardMore) {
        this.stage = stage;
        this.session = session;
        this.expected = stage.script().of(session, Speaker.SERVER);
        this.line = new Line(transport, session, Speaker.SERVER, this::hear, this::ended);
        this.heardMore = heardMore;
    }

    void start() {
        line.start();
    }

    void say(RecordedMessage message) {
        line.say(message, stage.judge());
    }

    void close() {
        closed = true;
        line.close();
    }

    boolean hasEnded() {
        return line.hasEnded();
    }

    /** Whether the next message was heard that nobody has asked about yet. */
    boolean takeHeard() {
        if (taken == heard) return false;
        taken++;
        return true;
    }

    /** The message that is awaited, for people. */
    String where() {
        return Judge.where(session, Speaker.SERVER, heard + 1);
    }

    private void hear(RecordedMessage message) {
        if (stage.isOver() || closed) return;
        if (heard == expected.size()) {
            stage.differ(new Difference(where(), "nothing", message.text()));
            return;
        }
        stage.judge().difference(expected.get(heard), heard + 1, message).ifPresentOrElse(stage::differ, () -> {
            heard++;
            heardMore.run();
        });
    }

    private void ended() {
        if (stage.isOver() || closed || heard == expected.size()) return;
        stage.differ(new Difference(where(), expected.get(heard).text(), "the server hung up"));
    }
}
