package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.server.data.RowImage;
import dev.ovsdb.server.engine.monitor.MonitoredDatabase.PinnedRows;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a subscription shows of one version, as text in slices. Thread-safe; shared by all monitors that want the same of
 * the same version.
 *
 * <p>The first slice gathers the rows, which costs little, and lets go of the pinned version: rows never change. Then a slice can
 * be made at any time from the place where the one before it ended, for readers of any speed, in any thread.
 */
final class Contents {
    private static final ByteBuffer COMMA = ByteBuffer.wrap(new byte[] {','}).asReadOnlyBuffer();

    private final List<TableSubscription> tables;
    private final int sliceBytes;
    private final PinnedRows pin;

    // Guarded by this.
    private final List<Place> starts = new ArrayList<>(List.of(new Place(0, 0, true)));
    private @Nullable List<TableRows> rows;
    private int readers;
    private boolean closed;

    /**
     * Where a slice begins.
     *
     * @param first whether no row stands before it
     */
    private record Place(int table, int row, boolean first) {}

    private record TableRows(TableSubscription table, List<UUID> uuids, List<RowImage> images) {}

    /**
     * A piece of the text between the outermost braces.
     *
     * @param last whether nothing follows
     */
    record Slice(List<ByteBuffer> bytes, int size, boolean last) {}

    Contents(Subscription subscription, PinnedRows pin, int sliceBytes) {
        this.tables = subscription.tables().stream()
                .filter(table -> table.wants(Selection.INITIAL))
                .toList();
        this.pin = pin;
        this.sliceBytes = sliceBytes;
    }

    /** Counts one more reader; false if the last one has left before any rows were gathered. */
    synchronized boolean enter() {
        readers += closed ? 0 : 1;
        return !closed;
    }

    synchronized void leave() {
        readers--;
        if (readers == 0 && rows == null) {
            closed = true;
            pin.close();
        }
    }

    /** About how many rows there will be. */
    synchronized int expectedRows() {
        if (rows != null) {
            return rows.stream().mapToInt(table -> table.uuids().size()).sum();
        }
        int expected = 0;
        for (TableSubscription table : tables) {
            RowCondition condition = table.condition();
            expected += condition.isByUuid()
                    ? condition.uuids().size()
                    : pin.expectedRows(table.view().table());
        }
        return expected;
    }

    /** Makes the slice of this number; all before it must have been made once. */
    Slice make(int number) {
        List<TableRows> all = gathered();
        Place start = start(number);
        Cut cut = new Cut(all, start);
        cut.run();
        synchronized (this) {
            if (starts.size() == number + 1 && !cut.atEnd()) {
                starts.add(new Place(cut.table, cut.row, start.first() && cut.written == 0));
            }
        }
        return cut.slice();
    }

    private synchronized Place start(int number) {
        return starts.get(number);
    }

    private synchronized List<TableRows> gathered() {
        if (rows == null) {
            List<TableRows> all = new ArrayList<>();
            for (TableSubscription table : tables) {
                TableRows gathered = gather(table);
                if (!gathered.uuids().isEmpty()) {
                    all.add(gathered);
                }
            }
            rows = all;
            pin.close();
        }
        return rows;
    }

    private TableRows gather(TableSubscription table) {
        RowCondition condition = table.condition();
        TableRows found = new TableRows(table, new ArrayList<>(), new ArrayList<>());
        if (condition.isByUuid()) {
            for (UUID uuid : condition.uuids()) {
                RowImage image = pin.find(table.view().table(), uuid);
                if (image != null) {
                    found.uuids().add(uuid);
                    found.images().add(image);
                }
            }
            return found;
        }
        pin.forEach(table.view().table(), (uuid, image) -> {
            if (condition.matches(uuid, image)) {
                found.uuids().add(uuid);
                found.images().add(image);
            }
        });
        return found;
    }

    /** The making of one slice. For one thread. */
    private final class Cut {
        private final List<TableRows> all;
        private final boolean behindRows;
        private final JsonWriter out = new JsonWriter();
        private int table;
        private int row;
        private int written;

        Cut(List<TableRows> all, Place start) {
            this.all = all;
            this.table = start.table();
            this.row = start.row();
            this.behindRows = !start.first();
        }

        void run() {
            while (!atEnd() && out.size() < sliceBytes) {
                rows(all.get(table));
            }
        }

        boolean atEnd() {
            return table == all.size();
        }

        private void rows(TableRows from) {
            TableView view = from.table().view();
            if (row == 0) {
                out.quotedName(view.quotedName()).beginObject();
            }
            int end = from.uuids().size();
            do { // There is a row: behind a table's name there must be one, or the name would come again.
                UUID uuid = from.uuids().get(row);
                view.form().appeared(out, view, uuid, from.images().get(row), Selection.INITIAL);
                row++;
                written++;
            } while (row < end && out.size() < sliceBytes);
            if (row == end) {
                out.endObject();
                table++;
                row = 0;
            }
        }

        Slice slice() {
            List<ByteBuffer> bytes = new ArrayList<>();
            if (behindRows && written > 0) {
                bytes.add(COMMA.duplicate());
            }
            bytes.addAll(out.toBuffers());
            return new Slice(bytes, Math.toIntExact(out.size()), atEnd());
        }
    }
}
