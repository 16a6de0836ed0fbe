package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.json.JsonWriter;

/** Fails the transaction with {@code not owner} unless the session holds the lock. */
public record Assert(String lock) implements Operation {
    /** @throws IllegalArgumentException if the lock's name is not an {@code <id>} */
    public Assert {
        Identifiers.require("lock", lock);
    }

    @Override
    public String op() {
        return "assert";
    }

    @Override
    public void write(JsonWriter writer) {
        writer.beginObject().name("op").value("assert").name("lock").value(lock).endObject();
    }
}
