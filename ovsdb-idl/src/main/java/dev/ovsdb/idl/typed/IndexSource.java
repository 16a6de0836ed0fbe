package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.IdlIndex;
import dev.ovsdb.idl.ReadableRow;
import dev.ovsdb.protocol.Datum;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a typed index finds its rows. */
interface IndexSource {
    IdlIndex index();

    Optional<? extends ReadableRow> find(Datum... values);

    List<? extends ReadableRow> all(Datum... values);

    List<? extends ReadableRow> prefix(Datum... values);

    List<? extends ReadableRow> range(@Nullable List<? extends Datum> from, @Nullable List<? extends Datum> to);
}
