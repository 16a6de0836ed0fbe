package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.IdlIndex;
import dev.ovsdb.idl.IdlTable;
import dev.ovsdb.idl.ReadableRow;
import dev.ovsdb.idl.transaction.IdlTransaction;
import dev.ovsdb.idl.transaction.WritableRow;
import dev.ovsdb.protocol.Datum;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows as a transaction sees them. */
record StagedTable(IdlTransaction tx, IdlTable table) implements TableSource {
    @Override
    public int size() {
        return tx.rows(table.name()).size();
    }

    @Override
    public void forEach(Consumer<? super ReadableRow> action) {
        tx.rows(table.name()).forEach(action);
    }

    @Override
    public Optional<WritableRow> row(UUID uuid) {
        return tx.row(table.name(), uuid);
    }

    @Override
    public IndexSource index(String name) {
        return new Index(tx, table.name(), table.index(name));
    }

    private record Index(IdlTransaction tx, String table, IdlIndex index) implements IndexSource {
        private String name() {
            return index.spec().name();
        }

        @Override
        public Optional<WritableRow> find(Datum... values) {
            return all(values).stream().findFirst();
        }

        @Override
        public List<WritableRow> all(Datum... values) {
            return tx.find(table, name(), values);
        }

        @Override
        public List<WritableRow> prefix(Datum... values) {
            return tx.prefix(table, name(), values);
        }

        @Override
        public List<WritableRow> range(@Nullable List<? extends Datum> from, @Nullable List<? extends Datum> to) {
            return tx.range(table, name(), from, to);
        }
    }
}
