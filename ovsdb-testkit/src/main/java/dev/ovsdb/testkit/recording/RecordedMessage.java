package dev.ovsdb.testkit.recording;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A message as it was said, to the byte. Immutable; equal if said at the same time on the same session by the same side. */
public final class RecordedMessage implements RecordedEvent {
    private final long micros;
    private final int session;
    private final Speaker from;
    private final byte[] bytes;

    RecordedMessage(long micros, int session, Speaker from, byte[] bytes) {
        this.micros = micros;
        this.session = session;
        this.from = from;
        this.bytes = bytes;
    }

    @Override
    public long micros() {
        return micros;
    }

    @Override
    public int session() {
        return session;
    }

    /** Who said it. */
    public Speaker from() {
        return from;
    }

    /** What was said, as text; bytes that are no UTF-8 are replaced. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** The message as a value; empty if it is not an object of JSON. */
    public Optional<JsonObject> json() {
        try {
            return JsonValue.parse(bytes) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }

    /** The method of a request or notification; empty for others. */
    public Optional<String> method() {
        return member("method").map(name -> name instanceof JsonString text ? text.value() : name.toString());
    }

    /** The id of a request or reply; empty for a notification. */
    public Optional<JsonValue> id() {
        return member("id");
    }

    /** The error of a reply that tells one. */
    public Optional<JsonValue> error() {
        return member("error");
    }

    /** Whether it asks for a reply. */
    public boolean isRequest() {
        return method().isPresent() && id().isPresent();
    }

    /** Whether it answers a request, well or with an error. */
    public boolean isReply() {
        return method().isEmpty() && id().isPresent();
    }

    private Optional<JsonValue> member(String name) {
        return json().flatMap(message -> message.get(name)).filter(value -> !value.isNull());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordedMessage that
                && micros == that.micros
                && session == that.session
                && from == that.from
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes) * 31 + session;
    }

    /** For people: session, speaker and text. */
    @Override
    public String toString() {
        return "session " + session + ", " + from + ": " + text();
    }
}
