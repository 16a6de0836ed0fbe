package dev.ovsdb.idl;

import dev.ovsdb.idl.feed.Wanted;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.idl.store.StoreWrite;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.monitor.RowUpdate;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A replica whose contents a test writes itself, without a session. Not for several threads. */
public final class FilledReplica {
    private final Holdings holdings;
    private final DatabaseSchema schema;
    private final StoreWrite contents;

    /**
     * Begins with no rows.
     *
     * @param schema what the server would have
     */
    public FilledReplica(Interest interest, DatabaseSchema schema) {
        this.holdings = new Holdings(interest);
        this.schema = schema;
        holdings.adopt(Wanted.of(interest, schema));
        this.contents = holdings.store().beginContents();
    }

    /** The UUID that a test calls by a number. */
    public static UUID uuid(int number) {
        return new UUID(0, number);
    }

    /** Adds a row; in the columns' notation {@code '} stands for a quote and {@code @7} for the reference to row 7. */
    public FilledReplica row(String table, int number, String columns) {
        String json = columns.replace('\'', '"')
                .replaceAll("@(\\d+)", "[\"uuid\",\"00000000-0000-0000-0000-00000000000$1\"]");
        Row row = Row.read(JsonReader.of(json.getBytes(StandardCharsets.UTF_8)), schema.requireTable(table));
        contents.apply(table, uuid(number), new RowUpdate.Initial(row));
        return this;
    }

    /** What was written. Nothing can be added afterwards. */
    public View view() {
        contents.publish();
        return HeldView.newest(holdings);
    }
}
