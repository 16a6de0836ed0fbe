package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.json.JsonWriter;

/**
 * Says how the transaction is to be committed.
 *
 * @param durable whether the reply must wait until the changes are on disk
 */
public record Commit(boolean durable) implements Operation {
    @Override
    public String op() {
        return "commit";
    }

    @Override
    public void write(JsonWriter writer) {
        writer.beginObject()
                .name("op")
                .value("commit")
                .name("durable")
                .value(durable)
                .endObject();
    }
}
