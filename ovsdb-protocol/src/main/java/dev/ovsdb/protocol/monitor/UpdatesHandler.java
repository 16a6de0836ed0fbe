package dev.ovsdb.protocol.monitor;

import dev.ovsdb.protocol.RowFormat;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.stream.StreamHandler;
import dev.ovsdb.protocol.stream.Take;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Knows the way to the rows: through the array around the updates, if there is one, the object of tables, and each table's
 * object of rows.
 */
final class UpdatesHandler implements StreamHandler {
    private final UpdatesMessage message;
    private final UpdatesRouter router;
    private final int base; // The depth of the object of tables.

    private int element = -1; // Of the array around the updates.
    private byte @Nullable [] monitorId;
    private @Nullable Boolean found;
    private @Nullable UUID lastTransactionId;
    private @Nullable UpdatesHeader header;
    private @Nullable UpdatesRoute route;

    private String table = "";
    private @Nullable RowFormat format;
    private UUID uuid = new UUID(0, 0);
    private @Nullable RowUpdate update;

    UpdatesHandler(UpdatesMessage message, UpdatesRouter router) {
        this.message = message;
        this.router = router;
        this.base = message.isWrapped() ? 1 : 0;
    }

    UpdatesHeader header() {
        if (header == null) {
            throw new IllegalStateException("the updates have not begun");
        }
        return header;
    }

    void finish() {
        if (route != null) {
            route.sink().end();
        }
    }

    private UpdatesRoute route() {
        return Objects.requireNonNull(route, "rows come after the header");
    }

    @Override
    public Take begin(int depth, byte first) {
        if (depth < base) {
            require(first == '[', message.shape());
            return Take.ENTER;
        }
        if (depth == base) {
            return beginElement(first);
        }
        if (depth == base + 1) {
            format = route().schema().format(table);
            require(first == '{', "an object of rows for table " + table);
            return format == null ? Take.SKIP : Take.ENTER;
        }
        require(first == '{', "an object as the update of row " + uuid + " of table " + table);
        return Take.WHOLE;
    }

    private Take beginElement(byte first) {
        element++;
        if (message.isWrapped() && message.element(element) != 'u') {
            require(element < message.elementCount(), message.shape() + " and no further element");
            return Take.WHOLE;
        }
        require(first == '{', "an object of tables in " + message.shape());
        header = new UpdatesHeader(monitorId, found, lastTransactionId);
        route = router.route(header);
        if (route == null) {
            return Take.SKIP;
        }
        route.sink().begin(header);
        return Take.ENTER;
    }

    @Override
    public void name(int depth, JsonReader name) {
        if (depth == base + 1) {
            table = name.nextString();
        } else {
            uuid = name.nextUuid();
        }
    }

    @Override
    public void read(int depth, JsonReader value) {
        if (depth > base) {
            RowFormat known = format;
            update = RowUpdateCodec.read(value, known == null ? RowFormat.UNTYPED : known, message);
            return;
        }
        switch (message.element(element)) {
            case 'i' -> monitorId = value.rawValue();
            case 'f' -> found = value.nextBoolean();
            default -> lastTransactionId = value.nextUuid();
        }
    }

    @Override
    public boolean readsRuns(int depth) {
        return depth == base + 2;
    }

    @Override
    public void readNext(int depth, JsonReader reader) {
        uuid = reader.nextNameUuid();
        read(depth, reader);
    }

    @Override
    public void accept(int depth) {
        RowUpdate whole = update;
        if (whole != null) {
            update = null;
            route().sink().row(table, uuid, whole);
        }
    }

    @Override
    public void end(int depth) {
        if (message.isWrapped() && depth == 0) {
            require(element + 1 == message.elementCount(), message.shape());
        }
    }

    private static void require(boolean expected, String what) {
        if (!expected) {
            throw new JsonSyntaxException("expected " + what, 0);
        }
    }
}
