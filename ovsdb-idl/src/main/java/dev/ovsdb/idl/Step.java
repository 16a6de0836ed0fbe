package dev.ovsdb.idl;

import dev.ovsdb.idl.change.Changes;
import dev.ovsdb.idl.change.RowChange;
import dev.ovsdb.idl.store.NetChanges;
import dev.ovsdb.idl.store.RowImage;
import dev.ovsdb.idl.store.StoredChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From one version to a later one, both held, as one listener is going to be told: one update, or several that were merged because
 * the listener is slow. Guarded by who has it.
 */
final class Step {
    private final HeldView from;
    private Changes.Kind kind;
    private HeldView to;
    private List<StoredChange> changes;
    private @Nullable NetChanges net; // Once it was merged.

    private Step(Changes.Kind kind, HeldView from, HeldView to, List<StoredChange> changes) {
        this.kind = kind;
        this.from = from;
        this.to = to;
        this.changes = changes;
    }

    /** The contents that a listener begins with; takes the view. */
    static Step initial(Holdings holdings, HeldView contents) {
        return new Step(Changes.Kind.INITIAL, HeldView.nothing(holdings), contents, List.of());
    }

    /** What a version did; holds both views once more. */
    static Step of(Changes.Kind kind, HeldView from, HeldView to, List<StoredChange> changes) {
        return new Step(kind, from.again(), to.again(), changes);
    }

    /** Takes in what follows it, which is of no use then. */
    void merge(Step next) {
        to.close();
        to = next.to;
        next.from.close();
        if (kind == Changes.Kind.INITIAL) {
            return; // All that is there is all that there is to tell.
        }
        if (next.kind == Changes.Kind.RESYNC) {
            kind = Changes.Kind.RESYNC;
        }
        if (net == null) {
            net = new NetChanges();
            net.add(changes);
            changes = List.of();
        }
        net.add(next.changes);
    }

    /**
     * What is told of it.
     *
     * @param tables those that count; none for all
     */
    Changes told(Set<String> tables) {
        List<RowChange> rows = kind == Changes.Kind.INITIAL ? contents(tables) : differences(tables);
        return new Changes(kind, to.sequence(), rows, from, to);
    }

    private List<RowChange> contents(Set<String> tables) {
        List<RowChange> rows = new ArrayList<>();
        for (IdlTable table : to.tables()) {
            if (tables.isEmpty() || tables.contains(table.name())) {
                table.forEach(
                        row -> rows.add(new RowChange(RowChange.Kind.INSERTED, row, Optional.empty(), List.of())));
            }
        }
        return rows;
    }

    private List<RowChange> differences(Set<String> tables) {
        List<RowChange> rows = new ArrayList<>();
        for (StoredChange change : net == null ? changes : net.toList()) {
            if (concerns(change, tables)) {
                rows.add(difference(change));
            }
        }
        return rows;
    }

    private RowChange difference(StoredChange change) {
        RowImage before = change.before();
        RowImage after = change.after();
        Optional<IdlRow> old = before == null ? Optional.empty() : Optional.of(new IdlRow(from, before));
        if (after == null) {
            return new RowChange(RowChange.Kind.DELETED, old.orElseThrow(), old, List.of());
        }
        RowChange.Kind what = before == null ? RowChange.Kind.INSERTED : RowChange.Kind.MODIFIED;
        return new RowChange(what, new IdlRow(to, after), old, change.columns());
    }

    static boolean concerns(StoredChange change, Set<String> tables) {
        return change.isTold()
                && (tables.isEmpty() || tables.contains(change.table().name()));
    }

    /** Lets both versions go. */
    void release() {
        from.close();
        to.close();
    }
}
