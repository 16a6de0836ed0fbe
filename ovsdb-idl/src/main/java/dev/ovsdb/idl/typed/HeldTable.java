package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.IdlIndex;
import dev.ovsdb.idl.IdlRow;
import dev.ovsdb.idl.IdlTable;
import dev.ovsdb.idl.ReadableRow;
import dev.ovsdb.protocol.Datum;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows of a replica or of a view. */
record HeldTable(IdlTable table) implements TableSource {
    @Override
    public int size() {
        return table.size();
    }

    @Override
    public void forEach(Consumer<? super ReadableRow> action) {
        table.forEach(action);
    }

    @Override
    public Optional<IdlRow> row(UUID uuid) {
        return table.row(uuid);
    }

    @Override
    public IndexSource index(String name) {
        return new Index(table.index(name));
    }

    private record Index(IdlIndex index) implements IndexSource {
        @Override
        public Optional<IdlRow> find(Datum... values) {
            return index.find(values);
        }

        @Override
        public List<IdlRow> all(Datum... values) {
            return index.all(values);
        }

        @Override
        public List<IdlRow> prefix(Datum... values) {
            return index.prefix(values);
        }

        @Override
        public List<IdlRow> range(@Nullable List<? extends Datum> from, @Nullable List<? extends Datum> to) {
            return index.range(from, to);
        }
    }
}
