package dev.ovsdb.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.conformance.wire.MessageSplitter;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import dev.ovsdb.jsonrpc.framing.FramingLimits;
import dev.ovsdb.jsonrpc.framing.Message;
import dev.ovsdb.jsonrpc.framing.MessageFramer;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows the messages of one session to the library: what the real server writes, our codecs read, and write again with the
 * same meaning; JSON that it refuses, we refuse.
 */
final class CodecCheck {
    private final DatabaseSchema schema;
    private final List<JsonObject> pending = new ArrayList<>();
    private final List<Message> framed = new ArrayList<>();
    private final MessageFramer framer = new MessageFramer(FramingLimits.DEFAULT, framed::add);

    CodecCheck(DatabaseSchema schema) {
        this.schema = schema;
    }

    /** Remembers requests, to know what the replies are about. Bytes that are no whole message are somebody else's test. */
    void sent(byte[] bytes) {
        for (byte[] message : new MessageSplitter().feed(bytes)) {
            request(message)
                    .filter(request -> request.get("method").isPresent())
                    .ifPresent(pending::add);
        }
    }

    private static Optional<JsonObject> request(byte[] message) {
        try {
            return Optional.of((JsonObject) JsonValue.parse(message));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** A message of the server's means to us what it says, and is printed by us as the server printed it. */
    void received(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        JsonObject message = (JsonObject) JsonValue.parse(bytes);
        assertThat(message.toString()).as("our printing").isEqualTo(text);
        framed(bytes, message);
        String method = message.get("method").map(CodecCheck::string).orElse("");
        if (!method.isEmpty())
            RoundTrip.notification(schema, method, message.get("params").orElseThrow());
        else reply(message);
    }

    /** The framer, given a byte at a time, finds the same message. */
    private void framed(byte[] bytes, JsonObject message) {
        for (byte next : bytes) framer.feed(ByteBuffer.wrap(new byte[] {next}));
        assertThat(framed).as("messages that the framer found").hasSize(1);
        Message found = framed.remove(0);
        String body = switch (found.kind()) {
            case REQUEST, NOTIFICATION -> "params";
            case REPLY -> "result";
            case ERROR_REPLY -> "error";
        };
        assertThat(found.requireBody().toValue()).isEqualTo(message.get(body).orElseThrow());
        if (found.id() != null)
            assertThat(found.id()).isEqualTo(message.get("id").orElseThrow());
    }

    private void reply(JsonObject message) {
        JsonValue error = message.get("error").orElseThrow();
        Optional<JsonObject> request = take(message.get("id").orElseThrow());
        if (!error.isNull()) RoundTrip.error(error);
        else
            request.ifPresent(asked ->
                    RoundTrip.reply(schema, asked, message.get("result").orElseThrow()));
    }

    private Optional<JsonObject> take(JsonValue id) {
        Optional<JsonObject> request = pending.stream()
                .filter(sent -> id.equals(sent.get("id").orElse(null)))
                .reduce((first, last) -> last);
        request.ifPresent(pending::remove);
        return request;
    }

    /** What the server drops a connection for, our framer refuses, or else the reader of what it found. */
    void refuses(byte[] bytes) {
        MessageFramer other = new MessageFramer(
                FramingLimits.DEFAULT, message -> message.requireBody().toValue());
        assertThatThrownBy(() -> other.feed(ByteBuffer.wrap(bytes)))
                .as("our framer, of the same bytes")
                .isInstanceOf(MalformedMessageException.class);
    }

    private static String string(JsonValue value) {
        return ((JsonString) value).value();
    }
}
