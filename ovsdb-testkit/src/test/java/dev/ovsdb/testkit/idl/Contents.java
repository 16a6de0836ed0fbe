package dev.ovsdb.testkit.idl;

import dev.ovsdb.idl.IdlRow;
import dev.ovsdb.idl.IdlTable;
import dev.ovsdb.idl.Replica;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.schema.ColumnSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a replica holds, a line for each row, in the one form that {@code follow.py} prints too. */
final class Contents {
    private Contents() {}

    static List<String> of(Replica replica) {
        List<IdlTable> tables = replica.tables().stream()
                .sorted(Comparator.comparing(IdlTable::name))
                .toList();
        Set<String> held = tables.stream().map(IdlTable::name).collect(Collectors.toSet());
        List<String> lines = new ArrayList<>();
        for (IdlTable table : tables) {
            table.stream()
                    .sorted(Comparator.comparing(row -> row.uuid().toString()))
                    .map(row -> table.name() + " " + row.uuid() + cells(row, table, held))
                    .forEach(lines::add);
        }
        return lines;
    }

    private static String cells(IdlRow row, IdlTable table, Set<String> held) {
        StringBuilder cells = new StringBuilder();
        for (String name : new TreeSet<>(row.values().columns())) {
            cells.append(' ').append(name).append('=').append(datum(row.get(name)));
            ColumnSchema column = table.schema().requireColumn(name);
            boolean leads =
                    column.type().key().refTable().filter(held::contains).isPresent();
            if (leads && column.type().value().isEmpty()) {
                cells.append(' ').append(name).append("->").append(rows(row.references(name)));
            }
        }
        return cells.toString();
    }

    private static String rows(List<IdlRow> rows) {
        return rows.stream().map(row -> row.uuid().toString()).sorted().collect(Collectors.joining(" ", "[", "]"));
    }

    private static String datum(Datum value) {
        List<String> elements = new ArrayList<>();
        if (value instanceof MapDatum map) {
            map.forEach((key, of) -> elements.add(atom(key) + ":" + atom(of)));
        } else {
            value.atoms().forEach(element -> elements.add(atom(element)));
        }
        return elements.stream().sorted().collect(Collectors.joining(" ", "[", "]"));
    }

    private static String atom(Atom atom) {
        if (atom instanceof Atom.RealAtom real) {
            return String.format("%016x", Double.doubleToRawLongBits(real.value()));
        }
        if (atom instanceof Atom.StringAtom string) {
            return '"' + plain(string.value()) + '"';
        }
        return atom instanceof Atom.UuidAtom uuid ? uuid.value().toString() : atom.toString();
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            if (each > 0x20 && each < 0x7f && each != '"' && each != '%') {
                plain.append((char) each);
            } else {
                plain.append(String.format("%%%02x", each & 0xff));
            }
        }
        return plain.toString();
    }
}
