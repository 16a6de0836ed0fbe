package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.server.data.RowChange;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The rows of a step as one view writes them, each made when first asked for. Thread-safe: two who make the same text at once
 * make equal ones.
 */
final class RowTexts {
    private final AtomicReferenceArray<byte[]> texts;

    RowTexts(int rows) {
        this.texts = new AtomicReferenceArray<>(rows * 3);
    }

    void write(JsonWriter out, TableSubscription by, List<RowChange> changes, int index, int kind) {
        int place = index * 3 + (kind == Selection.INSERT ? 0 : kind == Selection.MODIFY ? 1 : 2);
        byte[] text = texts.get(place);
        if (text == null) {
            JsonWriter alone = new JsonWriter();
            by.write(alone, changes.get(index), kind);
            text = alone.toByteArray();
            texts.set(place, text);
        }
        out.raw(text);
    }
}
