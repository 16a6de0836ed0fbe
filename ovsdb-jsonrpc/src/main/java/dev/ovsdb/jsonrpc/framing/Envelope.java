package dev.ovsdb.jsonrpc.framing;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the message that is being read. Of members with one name the last wins, as for the reference; only an id
 * or method that changes after a body went out under the old one is refused.
 */
final class Envelope {
    private final MethodNames methods = new MethodNames();

    @Nullable
    JsonValue id;

    @Nullable
    String method;

    private @Nullable JsonBytes params;
    private @Nullable JsonBytes result;
    private @Nullable JsonBytes error;
    private @Nullable Member streamed;
    private @Nullable BodySink sink;

    void clear() {
        id = null;
        method = null;
        params = null;
        result = null;
        error = null;
        streamed = null;
        sink = null;
    }

    /** Where the value of a member goes that begins now, or null if it is to be kept. */
    @Nullable
    BodySink sinkFor(Member member, byte firstByte, MessageSink messages) {
        if (member == streamed && sink != null) {
            sink.onReplaced();
            streamed = null;
        }
        if (streamed != null) {
            return null;
        }
        sink = ask(member, firstByte, messages);
        if (sink != null) {
            streamed = member;
            keep(member, null);
        }
        return sink;
    }

    private @Nullable BodySink ask(Member member, byte firstByte, MessageSink messages) {
        boolean large = firstByte == '[' || firstByte == '{' || firstByte == '"';
        if (member == Member.RESULT && large && id != null && !id.isNull()) {
            return messages.streamResult(id);
        }
        if (member == Member.PARAMS && firstByte == '[' && method != null) {
            return messages.streamParams(method, id);
        }
        return null;
    }

    /** Takes a member that lies whole in one piece, which is what nearly all of them do. */
    void put(Member member, byte[] bytes, int from, int to, long offset) {
        switch (member) {
            case ID -> putId(Ids.parse(bytes, from, to, offset), offset);
            case METHOD -> putMethod(methods.name(bytes, from, to, offset), offset);
            default -> put(member, KeptBytes.copy(bytes, from, to), offset);
        }
    }

    /** Takes the text of a member that was kept. */
    void put(Member member, JsonBytes text, long offset) {
        switch (member) {
            case ID -> putId(Ids.parse(text, offset), offset);
            case METHOD -> putMethod(MethodNames.read(text, offset), offset);
            default -> keep(member, text.isNull() && member != Member.PARAMS ? null : text);
        }
    }

    private void keep(Member member, @Nullable JsonBytes text) {
        switch (member) {
            case PARAMS -> params = text;
            case RESULT -> result = text;
            default -> error = text;
        }
    }

    private void putId(JsonValue next, long offset) {
        if (streamed != null && id != null && !id.equals(next)) {
            throw new MalformedMessageException("another id after a body was handed on under " + id, offset);
        }
        if (streamed == Member.PARAMS && !next.isNull()) {
            throw new MalformedMessageException("an id after the notification " + method + " was handed on", offset);
        }
        id = next;
    }

    private void putMethod(String name, long offset) {
        if (streamed == Member.PARAMS && !name.equals(method)) {
            throw new MalformedMessageException("another method after params were handed on under " + method, offset);
        }
        method = name;
    }

    /** The message, whose members are all known. The rules are those of the reference, which decides by what is not null. */
    Message complete(long offset) {
        boolean hasId = id != null && !id.isNull();
        if (method != null) {
            return call(method, hasId, offset);
        }
        if (params != null || streamed == Member.PARAMS) {
            throw new MalformedMessageException("params without method", offset);
        }
        boolean hasResult = result != null || streamed == Member.RESULT;
        if (hasResult == (error != null)) {
            throw new MalformedMessageException(
                    hasResult ? "both result and error" : "neither method, result nor error", offset);
        }
        if (!hasId) {
            throw new MalformedMessageException("a reply without id", offset);
        }
        return hasResult
                ? new Message(Message.Kind.REPLY, id, null, result)
                : new Message(Message.Kind.ERROR_REPLY, id, null, error);
    }

    private Message call(String called, boolean hasId, long offset) {
        if (result != null || error != null || streamed == Member.RESULT) {
            throw new MalformedMessageException("a message has method " + called + " and a result or error", offset);
        }
        if (streamed != Member.PARAMS && (params == null || params.firstByte() != '[')) {
            throw new MalformedMessageException("params of " + called + " must be an array", offset);
        }
        return hasId
                ? new Message(Message.Kind.REQUEST, id, called, params)
                : new Message(Message.Kind.NOTIFICATION, null, called, params);
    }
}
