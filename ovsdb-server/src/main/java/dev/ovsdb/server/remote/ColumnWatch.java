package dev.ovsdb.server.remote;

import dev.ovsdb.server.engine.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Hears of changes of the tables that one {@code db:} name depends on. Guarded by its owner. */
final class ColumnWatch {
    private final String name;
    private final Function<String, Optional<Database>> databases;
    private final Runnable listener;

    private @Nullable Database watched;
    private List<String> tables = List.of();
    private Database.@Nullable Registration registration;

    ColumnWatch(String name, Function<String, Optional<Database>> databases, Runnable listener) {
        this.name = name;
        this.databases = databases;
        this.listener = listener;
    }

    /**
     * What the name means now; the schema may be another than it was, and the database too.
     *
     * @throws IllegalArgumentException if it means nothing
     */
    ColumnReference resolve() {
        ColumnReference reference = ColumnReference.parse(name, databases);
        List<String> depends = new ArrayList<>(List.of(reference.table().name()));
        reference.referenced().ifPresent(table -> depends.add(table.name()));
        if (reference.database() != watched || !depends.equals(tables)) {
            close();
            watched = reference.database();
            tables = depends;
            registration = reference.database().onPublished(depends, listener);
        }
        return reference;
    }

    void close() {
        if (registration != null) {
            registration.close();
            registration = null;
        }
        watched = null;
    }
}
