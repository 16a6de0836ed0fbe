package dev.ovsdb.testkit.conversation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The messages that went over any number of sessions, in the order in which they were seen. Thread-safe.
 *
 * <p>The last {@value #MESSAGES} are kept, and of each the first {@value #BYTES} bytes.
 */
public final class Conversation implements Witness {
    /** How many messages are kept. */
    public static final int MESSAGES = 100;

    /** How much of each is kept. */
    public static final int BYTES = 1_000;

    private final Deque<Line> lines = new ArrayDeque<>(); // Guarded by this.
    private int sessions; // Guarded by this.
    private long earlier; // Guarded by this: messages that were let go.

    private record Line(int session, String arrow, String text) {
        @Override
        public String toString() {
            return "session " + session + " " + arrow + " " + text;
        }
    }

    @Override
    public int longest() {
        return BYTES;
    }

    @Override
    public synchronized Session begin() {
        int session = ++sessions;
        return new Session() {
            @Override
            public void client(Heard message) {
                add(new Line(session, "-->", message.toString()));
            }

            @Override
            public void server(Heard message) {
                add(new Line(session, "<--", message.toString()));
            }

            @Override
            public void ended() {
                add(new Line(session, "---", "ended"));
            }
        };
    }

    private synchronized void add(Line line) {
        lines.add(line);
        if (lines.size() > MESSAGES) {
            lines.remove();
            earlier++;
        }
    }

    /** Begins anew; sessions that go on keep their numbers. */
    public synchronized void forget() {
        lines.clear();
        earlier = 0;
    }

    /** What was heard, a line for each message: {@code session 1 --> {"id":0,"method":"list_dbs","params":[]}}. */
    public synchronized List<String> messages() {
        List<String> texts = new ArrayList<>();
        if (earlier > 0) texts.add("(" + earlier + " earlier messages are not kept)");
        lines.forEach(line -> texts.add(line.toString()));
        return texts;
    }
}
