package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.schema.TableSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a monitor wants of one table: all its request objects together.
 *
 * @param columns the indexes of the columns, ascending
 * @param selects for each of them the kinds of updates in which it is shown
 * @param select the kinds of updates that are sent; none if there was no request object at all
 */
record TableRequest(TableSchema table, int[] columns, int[] selects, int select, RowCondition condition) {
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
        private @Nullable RowCondition condition;

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

        /** Of several conditions for one table the first counts; an absent one too. */
        void condition(RowCondition first) {
            condition = condition == null ? first : condition;
        }

        TableRequest build() {
            List<Integer> columns = new ArrayList<>();
            for (int i = 0; i < wanted.length; i++) {
                if (wanted[i]) {
                    columns.add(i);
                }
            }
            int[] indexes = columns.stream().mapToInt(Integer::intValue).toArray();
            int[] kinds = Arrays.stream(indexes).map(index -> selects[index]).toArray();
            RowCondition rows = condition == null ? RowCondition.every(table) : condition;
            return new TableRequest(table, indexes, kinds, select, rows);
        }
    }
}
