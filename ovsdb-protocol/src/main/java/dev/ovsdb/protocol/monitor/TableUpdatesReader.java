package dev.ovsdb.protocol.monitor;

import dev.ovsdb.protocol.UnknownNameException;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.stream.JsonStream;
import java.nio.ByteBuffer;

/**
 * Reads a message with updates that arrives in pieces of any size, and hands its rows to a sink one by one. Memory is bounded
 * by the largest row, however large the message; a row that lies in one piece is read where it lies.
 *
 * <p>Rows go to the sink before the end of the message is seen: if it proves to be broken, the exception comes after some rows
 * and {@link RowUpdateSink#end} is not called.
 *
 * <p>For one thread, one message. After an exception the reader is of no further use.
 */
public final class TableUpdatesReader {
    private final UpdatesHandler handler;
    private final JsonStream stream;

    private TableUpdatesReader(UpdatesMessage message, UpdatesRouter router) {
        this.handler = new UpdatesHandler(message, router);
        this.stream = new JsonStream(handler);
    }

    /** A reader of one message of this kind. */
    public static TableUpdatesReader of(UpdatesMessage message, UpdateSchema schema, RowUpdateSink sink) {
        UpdatesRoute only = new UpdatesRoute(schema, sink);
        return new TableUpdatesReader(message, header -> only);
    }

    /** A reader that asks what to do with the updates when it knows what stands before them, such as the monitor's id. */
    public static TableUpdatesReader of(UpdatesMessage message, UpdatesRouter router) {
        return new TableUpdatesReader(message, router);
    }

    /**
     * Takes the next piece, all that remains in it. The piece is not kept.
     *
     * @throws JsonSyntaxException if the message is not JSON, or not of its kind
     * @throws UnknownNameException if it names what the schema does not have, and that was to be refused
     */
    public void feed(ByteBuffer piece) {
        stream.feed(piece);
    }

    /**
     * Says that no piece follows.
     *
     * @return what stood before the updates
     * @throws JsonSyntaxException if the message is not complete
     */
    public UpdatesHeader finish() {
        stream.finish();
        UpdatesHeader header = handler.header();
        handler.finish();
        return header;
    }

    /** Reads a whole message and keeps its updates. */
    public static TableUpdates readAll(UpdatesMessage message, UpdateSchema schema, ByteBuffer... pieces) {
        TableUpdates.Builder updates = TableUpdates.builder();
        TableUpdatesReader reader = of(message, schema, updates);
        for (ByteBuffer piece : pieces) {
            reader.feed(piece);
        }
        reader.finish();
        return updates.build();
    }
}
