package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.json.JsonWriter;

/** Writes {@code <table-updates>}, in which tables without rows do not occur. For one thread, one text. */
final class UpdatesWriter {
    private final JsonWriter out = new JsonWriter();
    private boolean inTable;
    private boolean empty = true;

    UpdatesWriter() {
        out.beginObject();
    }

    /** The writer for a row of this table; rows of a table follow each other. */
    JsonWriter row(TableView table) {
        if (!inTable) {
            out.quotedName(table.quotedName()).beginObject();
            inTable = true;
            empty = false;
        }
        return out;
    }

    void endTable() {
        if (inTable) {
            out.endObject();
            inTable = false;
        }
    }

    boolean isEmpty() {
        return empty;
    }

    /** Ends the text; what is written behind it is the caller's business. */
    JsonWriter end() {
        endTable();
        return out.endObject();
    }
}
