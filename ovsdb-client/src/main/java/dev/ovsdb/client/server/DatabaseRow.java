package dev.ovsdb.client.server;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A row of {@code _Server}'s table {@code Database}, as far as sessions look at it.
 *
 * @param index the member's log index; empty unless clustered
 */
public record DatabaseRow(
        String name, Model model, boolean connected, boolean leader, Optional<UUID> cid, OptionalLong index) {
    /** How a database is stored, by its name on the wire in lower case. */
    public enum Model {
        STANDALONE,
        CLUSTERED,
        RELAY
    }

    /** Columns that a row lacks hold their default value (E18). */
    static DatabaseRow of(Row row) {
        return new DatabaseRow(
                text(row, "name"),
                model(text(row, "model")),
                truth(row, "connected"),
                truth(row, "leader"),
                only(row, "cid").map(Datum::asUuid),
                only(row, "index").map(datum -> OptionalLong.of(datum.asLong())).orElseGet(OptionalLong::empty));
    }

    private static Optional<Datum> only(Row row, String column) {
        return row.get(column).filter(datum -> !datum.isEmpty());
    }

    private static String text(Row row, String column) {
        return only(row, column).map(Datum::asString).orElse("");
    }

    private static boolean truth(Row row, String column) {
        return only(row, column).map(Datum::asBoolean).orElse(false);
    }

    /** A model of the future is taken as standalone: nothing is known that would speak against its server. */
    private static Model model(String text) {
        for (Model model : Model.values()) {
            if (model.name().toLowerCase(Locale.ROOT).equals(text)) {
                return model;
            }
        }
        return Model.STANDALONE;
    }
}
