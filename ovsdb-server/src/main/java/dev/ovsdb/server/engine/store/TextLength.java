package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.SetDatum;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Adds up how long the strings of a value are: one of 16 MB weighs more than all else of its row. */
final class TextLength implements Consumer<Atom>, BiConsumer<Atom, Atom> {
    private long characters;

    private TextLength() {}

    static long of(Datum value) {
        if (value.isEmpty()) {
            return 0;
        }
        TextLength length = new TextLength();
        if (value instanceof MapDatum map) {
            map.forEach(length);
        } else {
            ((SetDatum) value).forEach(length);
        }
        return length.characters;
    }

    @Override
    public void accept(Atom atom) {
        if (atom instanceof Atom.StringAtom text) {
            characters += text.value().length();
        }
    }

    @Override
    public void accept(Atom key, Atom value) {
        accept(key);
        accept(value);
    }
}
