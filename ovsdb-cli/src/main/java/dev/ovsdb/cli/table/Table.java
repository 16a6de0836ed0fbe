package dev.ovsdb.cli.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Headings and rows, and perhaps a caption. Filled by one thread, then printed. */
public final class Table {
    private final @Nullable String caption;
    private final List<String> headings;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final boolean timestamped;

    private Table(@Nullable String caption, List<String> headings, boolean timestamped) {
        this.caption = caption;
        this.headings = List.copyOf(headings);
        this.timestamped = timestamped;
    }

    public static Table of(List<String> headings) {
        return new Table(null, headings, false);
    }

    public static Table of(String... headings) {
        return of(List.of(headings));
    }

    public Table captioned(String text) {
        return new Table(text, headings, timestamped);
    }

    /** The same, still empty, to be printed with the time of printing if the person asked for that. */
    public Table timestamped(boolean asked) {
        return new Table(caption, headings, asked);
    }

    /** Adds a row; cells that it lacks are empty. */
    public void add(List<Cell> cells) {
        List<Cell> row = new ArrayList<>(cells);
        while (row.size() < headings.size()) {
            row.add(Cell.EMPTY);
        }
        rows.add(row);
    }

    public void add(Cell... cells) {
        add(List.of(cells));
    }

    Optional<String> caption() {
        return Optional.ofNullable(caption);
    }

    List<String> headings() {
        return headings;
    }

    List<List<Cell>> rows() {
        return Collections.unmodifiableList(rows);
    }

    boolean isTimestamped() {
        return timestamped;
    }
}
