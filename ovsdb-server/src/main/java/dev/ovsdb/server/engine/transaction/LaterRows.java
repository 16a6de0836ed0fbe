package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.json.JsonWriter;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows of a select that are not written yet, and perhaps not even found. For one thread at a time. */
final class LaterRows {
    private static final byte[] COMMA = {','};

    private final RowValues<FoundRow> values;
    private final Projection columns;
    private final AwaitedVersion version;
    private @Nullable Supplier<List<FoundRow>> search;
    private List<FoundRow> rows = List.of();
    private int next;
    private boolean first;
    private boolean done;

    /**
     * @param version held until all are written; joined already
     * @param search finds the rows; called once, when they are first asked for
     * @param first whether no row of the same array was written before these
     */
    LaterRows(
            TableRules table,
            Projection columns,
            AwaitedVersion version,
            Supplier<List<FoundRow>> search,
            boolean first) {
        this.version = version;
        this.values = FoundRow.values(table);
        this.columns = columns;
        this.search = search;
        this.first = first;
    }

    /**
     * Writes some more rows.
     *
     * @param bytes ends with the row that makes it as long as this
     * @return whether no rows are left
     */
    boolean write(int bytes, List<ByteBuffer> to) {
        if (search != null) {
            rows = search.get();
            search = null;
        }
        JsonWriter out = new JsonWriter();
        int begin = next;
        while (next < rows.size() && out.size() < bytes) {
            columns.write(values, rows.get(next), out);
            next++;
        }
        if (next > begin) {
            if (!first) {
                to.add(ByteBuffer.wrap(COMMA).asReadOnlyBuffer());
            }
            first = false;
            to.addAll(out.toBuffers());
        }
        version.wrote(next - begin);
        return isDone();
    }

    private boolean isDone() {
        if (!done && next == rows.size()) {
            done = true;
            version.leave();
        }
        return done;
    }
}
