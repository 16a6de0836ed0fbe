package dev.ovsdb.server.remote;

import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.engine.DatabaseClosedException;
import dev.ovsdb.server.engine.DatabaseView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What stands in a column that names remotes. */
final class RemoteRows {
    private RemoteRows() {}

    /** The strings of the column, of all rows. */
    static List<String> strings(ColumnReference reference) {
        List<String> all = new ArrayList<>();
        try (DatabaseView view = reference.database().view()) {
            view.forEach(
                    reference.table().name(),
                    (uuid, row) ->
                            row.get(reference.column().name()).ifPresent(value -> all.addAll(value.asStrings())));
        } catch (DatabaseClosedException e) {
            return List.of();
        }
        return all;
    }

    /** The rows that the column refers to, of all rows. */
    static List<RemoteRow> rows(ColumnReference reference) {
        Optional<TableSchema> referenced = reference.referenced();
        if (referenced.isEmpty()) {
            return List.of();
        }
        List<RemoteRow> rows = new ArrayList<>();
        try (DatabaseView view = reference.database().view()) {
            List<UUID> uuids = new ArrayList<>();
            view.forEach(
                    reference.table().name(),
                    (uuid, row) ->
                            row.get(reference.column().name()).ifPresent(value -> uuids.addAll(value.asUuids())));
            for (UUID uuid : uuids) {
                view.find(referenced.get().name(), uuid)
                        .ifPresent(row -> rows.add(new RemoteRow(referenced.get(), uuid, row)));
            }
        } catch (DatabaseClosedException e) {
            return List.of();
        }
        return rows;
    }
}
