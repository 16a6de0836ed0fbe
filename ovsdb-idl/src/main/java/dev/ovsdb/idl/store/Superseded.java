package dev.ovsdb.idl.store;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rows whose earlier images are kept, by the version that is held and shows these. Guarded by the store.
 *
 * <p>Under a held version are the rows that changed after it, up to the next one that is held or to the newest. Of what a row was in
 * that time only the last is seen by anybody, so the rest is taken out as it comes: a row has one image for each held version that shows
 * it differently, however often it changed. When a version is let go its rows come under the one before, and where a row is under both,
 * an image goes; when there is none before, what was kept for it is cut. The smaller set is moved into the larger one, so each change is
 * paid for a few times at most, whatever there is besides.
 */
final class Superseded {
    private final Pins pins;
    private final TreeMap<Long, Set<StoredRow>> since = new TreeMap<>();

    Superseded(Pins pins) {
        this.pins = pins;
    }

    /** A version was published that did this. */
    void add(long version, List<StoredChange> changes) {
        List<StoredRow> rows = changes.stream().map(StoredChange::row).toList();
        Long held = pins.below(version);
        if (held == null) {
            cut(rows, version);
        } else {
            keep(new LinkedHashSet<>(rows), held, version);
        }
    }

    /** Lets go what was kept for versions that nobody holds any more. */
    void settle(long published) {
        for (long version : pins.released()) {
            Set<StoredRow> rows = since.remove(version);
            if (rows != null) {
                Long newer = pins.above(version);
                long until = newer == null ? published : Math.min(newer, published);
                Long held = pins.below(version);
                if (held == null) {
                    cut(rows, until);
                } else {
                    keep(rows, held, until);
                }
            }
        }
    }

    /**
     * @param held the version for which earlier images are kept
     * @param until between that and this nobody holds another one
     */
    private void keep(Set<StoredRow> rows, long held, long until) {
        Set<StoredRow> there = since.getOrDefault(held, new LinkedHashSet<>());
        boolean swap = there.size() < rows.size();
        Set<StoredRow> larger = swap ? rows : there;
        Set<StoredRow> smaller = swap ? there : rows;
        for (StoredRow row : smaller) {
            if (!larger.add(row) && !thin(row, held, until)) {
                larger.remove(row);
            }
        }
        tables(smaller).forEach(table -> table.count().thin(held, until));
        since.put(held, larger);
    }

    /** Answers whether the row still changed after the held version. */
    private boolean thin(StoredRow row, long held, long until) {
        boolean changed = row.thin(held, until, image -> row.table().forget(row, image, row.at(until)));
        row.table().dropIfGone(row);
        return changed;
    }

    private void cut(Collection<StoredRow> rows, long horizon) {
        for (StoredRow row : rows) {
            row.cut(horizon, image -> row.table().forget(row, image, row.at(horizon)));
            row.table().dropIfGone(row);
        }
        tables(rows).forEach(table -> table.count().cut(horizon));
    }

    private static Set<StoredTable> tables(Collection<StoredRow> rows) {
        Set<StoredTable> tables = new LinkedHashSet<>();
        rows.forEach(row -> tables.add(row.table()));
        return tables;
    }

    /** How many earlier images are kept at most. */
    int size() {
        return since.values().stream().mapToInt(Collection::size).sum();
    }
}
