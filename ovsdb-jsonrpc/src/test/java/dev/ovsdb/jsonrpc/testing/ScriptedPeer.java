package dev.ovsdb.jsonrpc.testing;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.framing.FramingLimits;
import dev.ovsdb.jsonrpc.framing.Message;
import dev.ovsdb.jsonrpc.framing.MessageFramer;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.InMemoryTransport;
import dev.ovsdb.jsonrpc.transport.Transport;
import dev.ovsdb.jsonrpc.transport.TransportListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A peer that says what the test wrote down, in real bytes over a real transport.
 *
 * <pre>{@code
 * var peer = new ScriptedPeer(loop);
 * peer.on("lock").reply("{'locked': false}").thenNotify("locked", "['leader']");
 * }</pre>
 *
 * <p>Each {@link #on} prepares the answer to one further request of that method, and the last one prepared answers all that
 * follow it. A method without a script is answered with {@code unknown method}, {@code echo} with its parameters.
 * JSON may be written with single quotes. Used on the loop's thread, or between its turns.
 */
public final class ScriptedPeer implements TransportListener {
    private final Transport mine;
    private final @Nullable Transport subject;
    private final MessageFramer framer = new MessageFramer(FramingLimits.DEFAULT, this::receive);
    private final Map<String, Deque<Script>> scripts = new HashMap<>();
    private final List<Message> received = new ArrayList<>();
    private final StringBuilder wire = new StringBuilder();
    private boolean closed;

    /** A peer at one end of a new in-memory transport; {@link #transport()} is the other. */
    public ScriptedPeer(EventLoop loop) {
        this(loop, InMemoryTransport.pair(loop));
    }

    private ScriptedPeer(EventLoop loop, InMemoryTransport.Pair pair) {
        this.mine = pair.second();
        this.subject = pair.first();
        loop.execute(() -> mine.start(this));
    }

    /** A peer on a transport of any kind, such as one that was accepted. */
    public ScriptedPeer(Transport transport) {
        this.mine = transport;
        this.subject = null;
        transport.eventLoop().execute(() -> transport.start(this));
    }

    /** The end that the subject of the test is put on. */
    public Transport transport() {
        if (subject == null) {
            throw new IllegalStateException("this peer was given its transport");
        }
        return subject;
    }

    /** What happens on a request. */
    public final class Script {
        private final List<String> texts = new ArrayList<>();
        private boolean hangUp;

        private Script() {}

        /** Answers with a result. */
        public Script reply(String result) {
            return send("{'id':$id,'result':" + result + ",'error':null}");
        }

        /** Answers with an error, as the reference does: without result. */
        public Script replyError(String error) {
            return send("{'id':$id,'error':" + error + "}");
        }

        /** Sends a notification behind what was written so far. */
        public Script thenNotify(String method, String params) {
            return send(notification(method, params));
        }

        /** Sends any text, in which {@code $id} stands for the request's id and {@code $params} for its parameters. */
        public Script send(String text) {
            texts.add(text);
            return this;
        }

        /** Does not answer. */
        public Script stayQuiet() {
            return this;
        }

        /** Ends the stream behind what was written so far. */
        public Script thenHangUp() {
            hangUp = true;
            return this;
        }

        private void play(Message request) {
            for (String text : texts) {
                ScriptedPeer.this.send(text.replace("$id", String.valueOf(request.id()))
                        .replace("$params", String.valueOf(request.body())));
            }
            if (hangUp) {
                hangUp();
            }
        }
    }

    /** Prepares the answer to the next request of a method that has none yet. */
    public Script on(String method) {
        var script = new Script();
        scripts.computeIfAbsent(method, missing -> new ArrayDeque<>()).add(script);
        return script;
    }

    /** Sends a notification. */
    public void notify(String method, String params) {
        send(notification(method, params));
    }

    /** Sends a request, whose answer will be among {@link #received()}. */
    public void request(String id, String method, String params) {
        send("{'id':" + id + ",'method':'" + method + "','params':" + params + "}");
    }

    /** Sends any text. */
    public void send(String text) {
        sendBytes(Json.text(text).getBytes(StandardCharsets.UTF_8));
    }

    /** Sends any bytes. */
    public void sendBytes(byte[] bytes) {
        onLoop(() -> mine.send(List.of(ByteBuffer.wrap(bytes))));
    }

    /** Ends the stream in an orderly way. */
    public void hangUp() {
        onLoop(mine::close);
    }

    /** Breaks the stream. */
    public void reset() {
        onLoop(() -> mine.abort(new IOException("reset by the scripted peer")));
    }

    /** Reads nothing more, or goes on. */
    public void pauseReading(boolean pause) {
        onLoop(pause ? mine::pauseReading : mine::resumeReading);
    }

    /** All messages that came, in order. */
    public List<Message> received() {
        return List.copyOf(received);
    }

    /** The requests and notifications of one method that came, in order. */
    public List<Message> received(String method) {
        return received.stream()
                .filter(message -> method.equals(message.method()))
                .toList();
    }

    /** The parameters of the last request or notification of a method. */
    public JsonValue lastParams(String method) {
        List<Message> all = received(method);
        if (all.isEmpty()) {
            throw new AssertionError("no " + method + " among " + received);
        }
        return all.get(all.size() - 1).requireBody().toValue();
    }

    /** Every byte that came, as text. */
    public String wire() {
        return wire.toString();
    }

    /** Whether the stream has ended. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void onBytes(ByteBuffer bytes) {
        wire.append(StandardCharsets.UTF_8.decode(bytes.duplicate()));
        framer.feed(bytes);
    }

    @Override
    public void onWritable() {}

    @Override
    public void onClosed(@Nullable Throwable cause) {
        closed = true;
    }

    private void receive(Message message) {
        received.add(message);
        if (message.kind() == Message.Kind.REQUEST) {
            answer(message);
        } else if (message.kind() == Message.Kind.NOTIFICATION && scripts.containsKey(message.requireMethod())) {
            next(scripts.get(message.requireMethod())).play(message);
        }
    }

    private void answer(Message request) {
        Deque<Script> prepared = scripts.get(request.requireMethod());
        if (prepared != null) {
            next(prepared).play(request);
        } else if (request.requireMethod().equals("echo")) {
            new Script().reply("$params").play(request);
        } else {
            new Script().replyError("'unknown method'").play(request);
        }
    }

    private static Script next(Deque<Script> prepared) {
        return prepared.size() > 1 ? prepared.remove() : prepared.element();
    }

    private static String notification(String method, String params) {
        return "{'id':null,'method':'" + method + "','params':" + params + "}";
    }

    private void onLoop(Runnable task) {
        if (mine.eventLoop().inEventLoop()) {
            task.run();
        } else {
            mine.eventLoop().execute(task);
        }
    }
}
