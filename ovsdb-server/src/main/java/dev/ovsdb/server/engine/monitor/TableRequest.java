package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.schema.TableSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a monitor wants of one table: all its request objects together.
 *
 * @param columns the indexes of the columns, ascending
 * @param selects for each of them the kinds of updates in which it is shown
 * @param select the kinds of updates that are sent; none if there was no request object at all
 * @param condition that of one request object
 * @param named the columns in the conditions of all of them, whose changes are told too
 */
record TableRequest(TableSchema table, int[] columns, int[] selects, int select, RowCondition condition, int[] named) {
    /** A column is wanted twice. */
    static final class TwiceException extends Exception {
        private static final long serialVersionUID = 1L;

        TwiceException(String column) {
            super(column, null, false, false);
        }
    }

    /** Gathers the request objects of a table. For one thread. */
    static final class Builder {
        private final TableSchema table;
        private final int[] selects;
        private final boolean[] wanted;
        private int select;
        private final List<RowCondition> conditions = new ArrayList<>(1);

        Builder(TableSchema table) {
            this.table = table;
            this.selects = new int[table.layout().size()];
            this.wanted = new boolean[selects.length];
        }

        TableSchema table() {
            return table;
        }

        void select(int kinds) {
            select |= kinds;
        }

        void column(int index, int kinds) throws TwiceException {
            if (wanted[index]) {
                throw new TwiceException(table.columnAt(index).name());
            }
            wanted[index] = true;
            selects[index] = kinds;
        }

        /** One for each request object, an absent one too. */
        void condition(RowCondition next) {
            conditions.add(next);
        }

        /** How many request objects there are. */
        int objects() {
            return conditions.size();
        }

        /** @param counting the index of the request object whose condition counts */
        TableRequest build(int counting) {
            int[] indexes = IntStream.range(0, wanted.length)
                    .filter(index -> wanted[index])
                    .toArray();
            int[] kinds = Arrays.stream(indexes).map(index -> selects[index]).toArray();
            RowCondition rows = conditions.isEmpty() ? RowCondition.every(table) : conditions.get(counting);
            return new TableRequest(table, indexes, kinds, select, rows, named());
        }

        private int[] named() {
            return conditions.stream()
                    .flatMapToInt(condition -> Arrays.stream(condition.columns()))
                    .sorted()
                    .distinct()
                    .toArray();
        }
    }
}
