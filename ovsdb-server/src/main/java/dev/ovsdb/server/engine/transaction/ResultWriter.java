package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.server.engine.store.DatabaseStore;
import dev.ovsdb.server.engine.store.Pin;
import dev.ovsdb.server.engine.transaction.ResultText.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a {@link ResultText}. Confined to the lane. */
final class ResultWriter {
    private static final int ROOM = 128; // What one or two operations that change something answer.

    private final JsonWriter json = new JsonWriter(ROOM);
    private final int pieceBytes;
    private @Nullable List<Part> parts; // Null as long as nothing comes later.
    private @Nullable AwaitedVersion version;
    private long written;

    ResultWriter(LaneShare share) {
        this.pieceBytes = share.pieceBytes();
    }

    JsonWriter json() {
        return json;
    }

    /** How many bytes were written up to now. */
    long size() {
        return written + json.size();
    }

    /** Leaves a gap for rows that are found already, in the head or what the transaction made of it. */
    void later(TableRules table, Projection columns, DatabaseStore store, List<FoundRow> rows, boolean first) {
        later(new LaterRows(table, columns, join(store), () -> rows, first));
    }

    /** Leaves a gap for rows that are to be found in the head as it is now. */
    void later(TableRules table, Projection columns, DatabaseStore store, Function<Pin, List<FoundRow>> search) {
        AwaitedVersion read = join(store);
        later(new LaterRows(table, columns, read, () -> search.apply(read.pin()), true));
    }

    private AwaitedVersion join(DatabaseStore store) {
        AwaitedVersion awaited = version;
        if (awaited == null) {
            awaited = new AwaitedVersion(store.pin());
            version = awaited;
        }
        awaited.join();
        return awaited;
    }

    private void later(LaterRows rows) {
        if (parts == null) {
            parts = new ArrayList<>();
        }
        written += json.size();
        parts.add(new Part(json.drain(), rows));
    }

    ResultText finish() {
        Part last = new Part(json.toBuffers(), null);
        if (parts == null) {
            return new ResultText(List.of(last), null, pieceBytes);
        }
        parts.add(last);
        return new ResultText(List.copyOf(parts), version, pieceBytes);
    }

    /** There will be no result. */
    void abandon() {
        if (version != null) {
            version.abandon();
        }
    }
}
