package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.IdlTable;
import dev.ovsdb.idl.ReadableRow;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Where a typed table reads its rows. */
interface TableSource {
    IdlTable table();

    int size();

    void forEach(Consumer<? super ReadableRow> action);

    Optional<? extends ReadableRow> row(UUID uuid);

    IndexSource index(String name);
}
