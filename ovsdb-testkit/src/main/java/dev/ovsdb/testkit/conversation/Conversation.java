package dev.ovsdb.testkit.conversation;

import dev.ovsdb.jsonrpc.transport.Binder;
import dev.ovsdb.jsonrpc.transport.Transport;
import dev.ovsdb.jsonrpc.transport.TransportListener;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * The messages that went over any number of sessions, in the order in which they were seen. Thread-safe.
 *
 * <p>The last {@value #MESSAGES} are kept, and of each the first {@value #BYTES} bytes.
 */
public final class Conversation {
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

    /** Listens in the same way, and hears each client that is met at a place that this is true of. */
    public Binder hear(Binder binder, Predicate<String> places) {
        return (method, options, acceptor) -> places.test(method.toString())
                ? binder.listen(method, options, peer -> acceptor.accepted(hear(peer)))
                : binder.listen(method, options, acceptor);
    }

    private Transport hear(Transport client) {
        int session = begin();
        return new HeardTransport(client, ear(session, "-->"), ear(session, "<--")) {
            @Override
            public void start(TransportListener listener) {
                client.start(heard(listener, () -> add(new Line(session, "---", "ended"))));
            }
        };
    }

    private MessageEar ear(int session, String arrow) {
        return new MessageEar(BYTES, text -> add(new Line(session, arrow, text)));
    }

    private synchronized int begin() {
        return ++sessions;
    }

    private synchronized void add(Line line) {
        lines.add(line);
        if (lines.size() > MESSAGES) {
            lines.remove();
            earlier++;
        }
    }

    /** What was heard, a line for each message: {@code session 1 --> {"id":0,"method":"list_dbs","params":[]}}. */
    public synchronized List<String> messages() {
        List<String> texts = new ArrayList<>();
        if (earlier > 0) texts.add("(" + earlier + " earlier messages are not kept)");
        lines.forEach(line -> texts.add(line.toString()));
        return texts;
    }
}
