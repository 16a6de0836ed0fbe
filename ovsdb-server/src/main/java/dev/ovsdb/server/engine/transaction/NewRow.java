package dev.ovsdb.server.engine.transaction;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an insert says of the identity of its row.
 *
 * @param uuid the UUID that it chooses, if it does
 * @param spelled that UUID as the request spells it
 * @param name what the rest of the transaction calls the row, if it does
 */
record NewRow(
        @Nullable UUID uuid,
        @Nullable String spelled,
        @Nullable String name) {
    /** Nothing. */
    static final NewRow UNSAID = new NewRow(null, null, null);
}
