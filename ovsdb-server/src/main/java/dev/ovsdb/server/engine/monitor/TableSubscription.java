package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.server.data.RowChange;
import dev.ovsdb.server.data.RowImage;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/** A part of a subscription: which rows of one table are shown, how, and in what kinds of updates. Immutable. */
final class TableSubscription {
    private final TableView view;
    private final int select;
    private final RowCondition condition;
    /** The columns that the monitor's conditions name or named, ascending. */
    private final int[] named;
    /** The columns whose changes make an update. One that is only named makes an empty one, as in the reference. */
    private final int[] watched;

    TableSubscription(TableView view, int select, RowCondition condition, int[] named) {
        this.view = view;
        this.select = select;
        this.condition = condition;
        this.named = named;
        IntStream shown = view.columns().stream().mapToInt(column -> column.index);
        this.watched = both(shown, named);
    }

    private static int[] both(IntStream some, int[] others) {
        return IntStream.concat(some, Arrays.stream(others)).sorted().distinct().toArray();
    }

    TableView view() {
        return view;
    }

    RowCondition condition() {
        return condition;
    }

    TableSubscription with(RowCondition other) {
        return new TableSubscription(view, select, other, both(Arrays.stream(named), other.columns()));
    }

    boolean wants(int kind) {
        return (select & kind) != 0;
    }

    /** The kind of update that a change is to this subscription; 0 if it is none. */
    int kind(RowChange change) {
        RowImage before = change.before();
        RowImage after = change.after();
        boolean was = before != null && condition.matches(change.uuid(), before);
        boolean is = after != null && condition.matches(change.uuid(), after);
        int kind = !is ? was ? Selection.DELETE : 0 : was ? Selection.MODIFY : Selection.INSERT;
        if (!wants(kind)) {
            return 0;
        }
        boolean same =
                kind == Selection.MODIFY && !isWatched(Objects.requireNonNull(before), Objects.requireNonNull(after));
        return same ? 0 : kind;
    }

    private boolean isWatched(RowImage before, RowImage after) {
        for (int column : watched) {
            if (Values.differ(view.table(), before, after, column)) {
                return true;
            }
        }
        return false;
    }

    /** Writes a change as an update of this kind. */
    void write(JsonWriter out, RowChange change, int kind) {
        switch (kind) {
            case Selection.INSERT ->
                view.form().appeared(out, view, change.uuid(), Objects.requireNonNull(change.after()), kind);
            case Selection.MODIFY -> view.form().modified(out, view, change);
            case Selection.DELETE ->
                view.form().gone(out, view, change.uuid(), Objects.requireNonNull(change.before()));
            default -> throw new IllegalArgumentException("no kind of change: " + kind);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableSubscription that
                && view.equals(that.view)
                && select == that.select
                && condition.equals(that.condition)
                && Arrays.equals(watched, that.watched);
    }

    @Override
    public int hashCode() {
        return (view.hashCode() * 31 + select) * 31 + condition.hashCode();
    }
}
