package dev.ovsdb.testkit.recording;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.transport.Transport;
import dev.ovsdb.jsonrpc.transport.TransportListener;
import dev.ovsdb.testkit.conversation.Heard;
import dev.ovsdb.testkit.conversation.MessageEar;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A player's end of one session: cuts what comes into messages, and answers {@code echo} by itself. Confined to its loop. */
final class Line implements TransportListener {
    private final Transport transport;
    private final int session;
    private final Speaker other;
    private final Consumer<RecordedMessage> messages;
    private final Runnable atEnd;
    private final MessageEar ear = new MessageEar(Integer.MAX_VALUE, this::hear);
    private boolean ended;

    Line(Transport transport, int session, Speaker other, Consumer<RecordedMessage> messages, Runnable atEnd) {
        this.transport = transport;
        this.session = session;
        this.other = other;
        this.messages = messages;
        this.atEnd = atEnd;
    }

    void start() {
        transport.start(this);
    }

    private void hear(Heard heard) {
        RecordedMessage message = new RecordedMessage(0, session, other, heard.start());
        if (Script.isEcho(message) && message.isRequest()) answer(message);
        else messages.accept(message);
    }

    private void answer(RecordedMessage echo) {
        JsonObject request = echo.json().orElseThrow();
        say(JsonValue.object("id", echo.id().orElseThrow())
                .with("result", request.get("params").orElse(JsonValue.array()))
                .with("error", JsonValue.ofNull())
                .toString());
    }

    void say(String text) {
        transport.send(List.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))));
    }

    void say(byte[] bytes) {
        transport.send(List.of(ByteBuffer.wrap(bytes)));
    }

    /** What was recorded, with the ids and UUIDs of now. */
    void say(RecordedMessage recorded, Judge judge) {
        if (recorded.json().isEmpty()) {
            say(recorded.bytes());
            return;
        }
        String text = recorded.text();
        if (recorded.isReply()) {
            JsonObject json = recorded.json().orElseThrow();
            JsonObject now = judge.reordered(recorded, json)
                    .with("id", judge.id(recorded).orElseThrow());
            if (!now.equals(json)) text = now.toString();
        }
        say(judge.uuids().say(text));
    }

    void close() {
        transport.close();
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public void onBytes(ByteBuffer bytes) {
        ear.hear(bytes);
    }

    @Override
    public void onWritable() {
        // What is said waits in memory; it was all there before.
    }

    @Override
    public void onClosed(@Nullable Throwable cause) {
        ended = true;
        ear.end();
        atEnd.run();
    }
}
