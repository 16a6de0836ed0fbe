package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Atom.NamedUuidAtom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.SetDatum;
import dev.ovsdb.server.check.Duplicates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a transaction calls by names. A name has its UUID from its first use on, be that the insert or a reference
 * before it. As in the reference, an insert that chooses its UUID itself takes the name along for what comes later; a
 * reference from before dangles.
 */
final class Symbols {
    private final IdSource ids;
    private @Nullable Map<String, Symbol> symbols;

    private static final class Symbol {
        UUID uuid;
        boolean created;

        Symbol(UUID uuid) {
            this.uuid = uuid;
        }
    }

    Symbols(IdSource ids) {
        this.ids = ids;
    }

    /**
     * The row that an insert of this name makes.
     *
     * @param chosen the UUID that the insert gives it, if it does
     * @return null if an earlier insert had the same name
     */
    @Nullable
    UUID create(String name, @Nullable UUID chosen) {
        Symbol symbol = symbol(name);
        if (symbol.created) {
            return null;
        }
        symbol.created = true;
        symbol.uuid = chosen != null ? chosen : symbol.uuid;
        return symbol.uuid;
    }

    private Symbol symbol(String name) {
        if (symbols == null) {
            symbols = new HashMap<>();
        }
        return symbols.computeIfAbsent(name, added -> new Symbol(ids.nextUuid()));
    }

    static boolean occurIn(Datum value) {
        if (value.isEmpty()) {
            return false;
        }
        boolean[] found = {false};
        if (value instanceof SetDatum set) {
            set.forEach(atom -> found[0] |= atom instanceof NamedUuidAtom);
        } else {
            ((MapDatum) value)
                    .forEach((key, mapped) ->
                            found[0] |= key instanceof NamedUuidAtom || mapped instanceof NamedUuidAtom);
        }
        return found[0];
    }

    /**
     * The value with UUIDs in place of names.
     *
     * @throws OperationFailedException if a name stands for a UUID that is there too
     */
    Datum resolve(Datum value) {
        return value instanceof SetDatum set ? resolve(set) : resolve((MapDatum) value);
    }

    private Datum resolve(SetDatum set) {
        List<Atom> atoms = new ArrayList<>(set.size());
        set.forEach(atom -> atoms.add(resolve(atom)));
        return complete(Datum.set(atoms), set);
    }

    private Datum resolve(MapDatum map) {
        Map<Atom, Atom> pairs = new LinkedHashMap<>();
        map.forEach((key, value) -> pairs.put(resolve(key), resolve(value)));
        return complete(Datum.map(pairs), map);
    }

    private static Datum complete(Datum resolved, Datum named) {
        if (resolved.size() < named.size()) {
            throw new OperationFailedException(Duplicates.in(named instanceof MapDatum));
        }
        return resolved;
    }

    private Atom resolve(Atom atom) {
        return atom instanceof NamedUuidAtom named ? Atom.of(symbol(named.name()).uuid) : atom;
    }
}
