package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.jsonrpc.framing.BodySink;
import dev.ovsdb.jsonrpc.framing.Message;
import dev.ovsdb.jsonrpc.framing.MessageSink;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What to do with each message of the peer. Confined to the event loop. */
final class Inbound implements MessageSink {
    private static final Logger LOG = LoggerFactory.getLogger(JsonRpcConnection.class);
    private static final JsonValue INTERNAL_ERROR = JsonValue.of("internal error");

    private final LoopConnection connection;
    private final Calls calls;
    private final PeerHandler handler;
    private @Nullable ParamsSink streaming; // The notification whose parameters are arriving.
    private final boolean closeOnStrayReply;
    private final boolean answerEcho;
    private boolean strayLogged;

    Inbound(LoopConnection connection, PeerHandler handler, ConnectionOptions options) {
        this.connection = connection;
        this.calls = connection.calls();
        this.handler = handler;
        this.closeOnStrayReply = options.closeOnStrayReply();
        this.answerEcho = options.answerEcho();
    }

    @Override
    public @Nullable BodySink streamResult(JsonValue id) {
        CallRequest<?> request = calls.get(id);
        return request == null ? BodySink.DISCARD : sink(request);
    }

    private <T> @Nullable BodySink sink(CallRequest<T> request) {
        try {
            boolean kept = request.consumer() instanceof BufferedBody;
            return kept ? null : new ResultSink<>(calls, request);
        } catch (RuntimeException e) {
            calls.fail(request, e);
            return BodySink.DISCARD;
        }
    }

    @Override
    public @Nullable BodySink streamParams(String method, @Nullable JsonValue id) {
        if (id != null && !id.isNull()) {
            return null;
        }
        streaming = null;
        guarded(method, () -> {
            BodyConsumer<Void> consumer = handler.streamNotification(method);
            streaming = consumer == null ? null : new ParamsSink(this, method, consumer);
        });
        return streaming;
    }

    @Override
    public void onMessage(Message message) {
        connection.wireLog().received(message);
        switch (message.kind()) {
            case REQUEST -> request(message.requireMethod(), message.requireId(), message.requireBody());
            case NOTIFICATION -> notification(message.requireMethod(), message.body());
            case REPLY, ERROR_REPLY -> reply(message);
        }
    }

    private void request(String method, JsonValue id, JsonBytes params) {
        connection.listener().requestReceived(connection.info(), method);
        if (answerEcho && method.equals(Probe.ECHO)) {
            new PeerRequest(connection, method, id, params).reply(params);
            return;
        }
        var request = new PeerRequest(connection, method, id, params);
        boolean handled = guarded(method, () -> handler.onRequest(request));
        if (!handled) {
            request.refuse(INTERNAL_ERROR);
        }
    }

    private void notification(String method, @Nullable JsonBytes params) {
        connection.listener().notificationReceived(connection.info(), method);
        ParamsSink streamed = streaming;
        if (params != null) {
            guarded(method, () -> handler.onNotification(method, params));
        } else if (streamed != null) {
            streaming = null;
            streamed.end();
        }
    }

    private void reply(Message message) {
        JsonValue id = message.requireId();
        CallRequest<?> request = calls.take(id);
        if (request == null) {
            stray(id, message.kind());
        } else if (message.kind() == Message.Kind.REPLY) {
            result(request, message.body());
        } else {
            error(request, message.requireBody());
        }
    }

    private <T> void result(CallRequest<T> request, @Nullable JsonBytes body) {
        try {
            BodyConsumer<T> consumer = request.consumer();
            calls.succeed(request, body == null ? consumer.onEnd() : consume(consumer, body));
        } catch (MalformedMessageException e) {
            calls.fail(request, e);
            throw e;
        } catch (RuntimeException e) {
            calls.fail(request, e);
        }
    }

    private static <T> T consume(BodyConsumer<T> consumer, JsonBytes body) {
        if (consumer instanceof BufferedBody<T> buffered) {
            return buffered.map(body);
        }
        for (ByteBuffer buffer : body.buffers()) {
            consumer.onChunk(buffer);
        }
        return consumer.onEnd();
    }

    private void error(CallRequest<?> request, JsonBytes error) {
        try {
            calls.error(request, new RemoteErrorException(request.call.method(), error.toValue()));
        } catch (MalformedMessageException e) {
            calls.fail(request, e);
            throw e;
        }
    }

    /** A reply that nobody waits for is nonsense, unless we gave the call up. Only servers end the conversation for it. */
    private void stray(JsonValue id, Message.Kind kind) {
        if (calls.wasGivenUp(id) || Probe.isAnsweredBy(id) && (kind == Message.Kind.REPLY || !closeOnStrayReply)) {
            return;
        }
        String text = id.toString();
        if (closeOnStrayReply) {
            throw new MalformedMessageException(
                    "a reply to id " + (text.length() > 100 ? text.substring(0, 100) + "..." : text)
                            + ", to which no call is pending",
                    null);
        }
        if (strayLogged) {
            return;
        }
        strayLogged = true;
        LOG.warn(
                "{}: passed over a reply to id {}, to which no call is pending; further ones are not logged",
                connection.info(),
                text.length() > 100 ? text.substring(0, 100) + "..." : text);
    }

    /** Runs the user's code. Its failure is not the connection's, unless it found the message malformed. */
    boolean guarded(String method, Runnable code) {
        try {
            code.run();
            return true;
        } catch (MalformedMessageException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("{}: the handler of {} failed", connection.info(), method, e);
            return false;
        }
    }

    /** Runs the user's code when the connection ends, which nothing may keep it from. */
    void atTheEnd(String what, Runnable code) {
        try {
            code.run();
        } catch (RuntimeException | Error e) {
            LOG.error("{}: {} failed", connection.info(), what, e);
        }
    }

    /** The connection has ended. */
    void end(@Nullable Throwable cause) {
        ParamsSink streamed = streaming;
        streaming = null;
        if (streamed != null) {
            streamed.fail(cause == null ? new IllegalStateException("the connection was closed") : cause);
        }
    }
}
