package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.data.RowImage;
import java.util.UUID;

/** Values of rows by their index in the table's layout, the implicit columns among them. */
final class Values {
    private Values() {}

    static Datum of(TableSchema table, UUID uuid, RowImage image, int index) {
        int implicit = index - (table.layout().size() - 2);
        return switch (implicit) {
            case 0 -> Datum.of(uuid);
            case 1 -> Datum.of(image.version());
            default -> image.value(index);
        };
    }

    static boolean isUuid(TableSchema table, int index) {
        return index == table.layout().size() - 2;
    }

    /** Whether a column has another value after a change. */
    static boolean differ(TableSchema table, RowImage before, RowImage after, int index) {
        int implicit = index - (table.layout().size() - 2);
        return switch (implicit) {
            case 0 -> false;
            case 1 -> !before.version().equals(after.version());
            default -> {
                Datum old = before.value(index);
                Datum now = after.value(index);
                yield old != now && !old.equals(now);
            }
        };
    }
}
