package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.MalformedMessageException;
import dev.ovsdb.jsonrpc.framing.BodySink;
import java.nio.ByteBuffer;

/** Hands the pieces of a result to the consumer of its call, as long as the call lasts. */
final class ResultSink<T> implements BodySink {
    private final Calls calls;
    private final CallRequest<T> request;

    ResultSink(Calls calls, CallRequest<T> request) {
        this.calls = calls;
        this.request = request;
    }

    @Override
    public void onChunk(ByteBuffer chunk) {
        if (request.isEnded()) {
            return; // Timed out, cancelled or failed meanwhile.
        }
        try {
            request.consumer().onChunk(chunk);
        } catch (MalformedMessageException e) {
            throw e;
        } catch (RuntimeException e) {
            calls.fail(request, e);
        }
    }

    @Override
    public void onReplaced() {
        request.dropConsumer(new MalformedMessageException("the peer gave another result", null));
    }
}
