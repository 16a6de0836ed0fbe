package dev.ovsdb.server.check;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.server.text.DatumText;

/** Values as messages show them: as in a table. */
final class ValueText {
    private ValueText() {}

    static String of(Atom atom) {
        return DatumText.string(Datum.of(atom), ColumnType.scalar(atom.type()));
    }

    static String ofSet(Datum set) {
        BaseType any = BaseType.of(set.atoms().get(0).type());
        return DatumText.string(set, ColumnType.set(any, 0, ColumnType.UNLIMITED));
    }
}
