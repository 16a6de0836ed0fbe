package dev.ovsdb.benchmarks.idl;

import dev.ovsdb.idl.IdlRow;
import dev.ovsdb.idl.IdlTable;
import dev.ovsdb.idl.Replica;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The checksum of everything in a replica, as {@code peers/python/replica.py} makes it too: of all rows, the sum of the checksums of their
 * columns' elements, times that of the row's UUID. Elements that are zero, false or empty are left out, since Python does not keep what
 * is as by default; so is the column with the moments at which rows were sent.
 */
final class Contents {
    private static final String MOMENTS = "other_config";
    private static final long RANGE = (1L << 48) - 1;

    private long rows;
    private long sum;

    private Contents() {}

    /** As the line in which a driver says it. */
    static String line(Replica replica) {
        Contents contents = new Contents();
        for (IdlTable table : replica.tables()) table.forEach(contents::add);
        return "contents " + contents.rows + " " + contents.sum;
    }

    private void add(IdlRow row) {
        if (row.table().equals(Marks.TABLE)) return; // Their UUIDs are of the server's making.
        rows++;
        long[] elements = new long[1];
        row.values().forEach((column, value) -> {
            if (!column.equals(MOMENTS)) elements[0] += elements(column, value);
        });
        sum = sum + elements[0] * (checksum(row.uuid().toString()) | 1) & RANGE;
    }

    private static long elements(String column, Datum value) {
        long[] sum = new long[1];
        if (value instanceof MapDatum map) {
            map.forEach((key, mapped) -> sum[0] += checksum(column + ":" + text(key) + "=" + text(mapped)));
        } else {
            for (Atom atom : value.atoms()) {
                String text = text(atom);
                if (!text.isEmpty()) sum[0] += checksum(column + ":" + text);
            }
        }
        return sum[0];
    }

    /** Empty for what may be a default. */
    private static String text(Atom atom) {
        if (atom instanceof Atom.StringAtom string) return string.value();
        String text = atom.toString();
        return text.equals("0") || text.equals("false") ? "" : text;
    }

    private static long checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }
}
