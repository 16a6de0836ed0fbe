package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.json.JsonWriter;

/** Makes the transaction fail with the error {@code aborted}; nothing of it happens. */
public record Abort() implements Operation {
    @Override
    public String op() {
        return "abort";
    }

    @Override
    public void write(JsonWriter writer) {
        writer.beginObject().name("op").value("abort").endObject();
    }
}
