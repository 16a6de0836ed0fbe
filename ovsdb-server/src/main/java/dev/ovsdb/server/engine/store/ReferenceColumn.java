package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.SetDatum;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A column that refers to rows, by its elements or keys, by its maps' values, or both; of one kind of reference, strong or
 * weak. A map of strong keys and weak values is two of these.
 *
 * @param column its index in the table's layout
 * @param keyTarget the table that elements or keys refer to, null if they do not
 * @param valueTarget the table that values of a map refer to, null if they do not
 */
record ReferenceColumn(
        int column,
        @Nullable TableStore keyTarget,
        @Nullable TableStore valueTarget) {

    /** Takes a reference. */
    interface Visitor {
        void reference(TableStore target, UUID uuid);
    }

    /** Takes a reference, and the element, or the key of the pair, that holds it. */
    interface ElementVisitor {
        void reference(Atom element, TableStore target, UUID uuid);
    }

    /** Hands over each reference in a value of the column. */
    void forEach(Datum value, Visitor visitor) {
        forEachElement(value, (element, target, uuid) -> visitor.reference(target, uuid));
    }

    /** Hands over each reference in a value of the column: first those of all elements or keys, then those of values. */
    void forEachElement(Datum value, ElementVisitor visitor) {
        TableStore keys = keyTarget;
        TableStore values = valueTarget;
        if (keys != null) {
            forEachKey(value, key -> visitor.reference(key, keys, uuid(key)));
        }
        if (values != null && value instanceof MapDatum map) {
            map.forEach((key, atom) -> visitor.reference(key, values, uuid(atom)));
        }
    }

    private static void forEachKey(Datum value, Consumer<Atom> action) {
        if (value instanceof SetDatum set) {
            set.forEach(action);
        } else if (value instanceof MapDatum map) {
            map.forEach((key, atom) -> action.accept(key));
        }
    }

    /** Adds the elements, or the keys of the pairs, that refer to this row. */
    void findReferences(Datum value, TableStore table, UUID uuid, Collection<Atom> found) {
        Atom atom = Atom.of(uuid);
        if (keyTarget == table && value.contains(atom)) {
            found.add(atom);
        }
        if (valueTarget == table && value instanceof MapDatum map) {
            map.forEach((key, element) -> {
                if (element.equals(atom)) {
                    found.add(key);
                }
            });
        }
    }

    private static UUID uuid(Atom atom) {
        return ((Atom.UuidAtom) atom).value();
    }
}
