package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.json.JsonWriter;

/** A remark that the server keeps with the transaction in its log. */
public record Comment(String comment) implements Operation {
    @Override
    public String op() {
        return "comment";
    }

    @Override
    public void write(JsonWriter writer) {
        writer.beginObject()
                .name("op")
                .value("comment")
                .name("comment")
                .value(comment)
                .endObject();
    }
}
