package dev.ovsdb.server.rights;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Where a row says whose it is: the name of a string column, {@code COLUMN:KEY} for the value of a key in a map of strings,
 * or the empty text, by which every row is everybody's.
 */
record Owner(String text) {
    boolean is(String client, TableSchema table, Row row) {
        if (text.isEmpty()) {
            return true;
        }
        return client.equals(text.indexOf(':') < 0 ? Columns.string(table, row, text) : keyed(table, row));
    }

    /** As in C's {@code strtok}: several colons count as one, and what follows a third word is ignored. */
    private @Nullable String keyed(TableSchema table, Row row) {
        StringTokenizer words = new StringTokenizer(text, ":");
        return words.countTokens() < 2 ? null : Columns.keyed(table, row, words.nextToken(), words.nextToken());
    }
}
