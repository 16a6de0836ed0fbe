package dev.ovsdb.idl.transaction;

import dev.ovsdb.protocol.operation.Insert;
import dev.ovsdb.protocol.operation.Mutate;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.protocol.operation.TableOperation;
import dev.ovsdb.protocol.operation.Update;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which table and column an error is about: servers say that in prose only. */
final class Culprit {
    private Culprit() {}

    /** @param operation what failed; null if the commit did, which may be about any of them */
    static Ending.Failed of(Request request, @Nullable Operation operation, OperationError error) {
        List<TableOperation> suspects = new ArrayList<>();
        for (Operation each : operation == null ? request.operations() : List.of(operation)) {
            if (each instanceof TableOperation one) {
                suspects.add(one);
            }
        }
        String prose = error.describe();
        if (operation == null) {
            suspects.removeIf(suspect -> !mentions(prose, suspect.table()));
        }
        Set<String> tables = new LinkedHashSet<>();
        Set<String> columns = new LinkedHashSet<>();
        for (TableOperation suspect : suspects) {
            tables.add(suspect.table());
            columns.addAll(written(suspect));
        }
        boolean alone = operation != null && columns.size() == 1;
        columns.removeIf(column -> !alone && !mentions(prose, column));
        return new Ending.Failed(error, operation, only(tables), only(columns));
    }

    private static Set<String> written(Operation operation) {
        Set<String> columns = new LinkedHashSet<>();
        if (operation instanceof Insert insert) {
            columns.addAll(insert.row().columns());
        } else if (operation instanceof Update update) {
            columns.addAll(update.row().columns());
        } else if (operation instanceof Mutate mutate) {
            mutate.mutations().forEach(mutation -> columns.add(mutation.column()));
        }
        return columns;
    }

    private static boolean mentions(String prose, String name) {
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])")
                .matcher(prose)
                .find();
    }

    private static @Nullable String only(Set<String> found) {
        return found.size() == 1 ? found.iterator().next() : null;
    }
}
