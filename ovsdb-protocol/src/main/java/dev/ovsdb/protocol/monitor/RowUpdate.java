package dev.ovsdb.protocol.monitor;

import dev.ovsdb.protocol.Row;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to one row that is monitored: RFC 7047's {@code <row-update>} or Open vSwitch's {@code <row-update2>}. */
public sealed interface RowUpdate {
    /**
     * The row was there when the monitor began.
     *
     * @param row the monitored columns; in {@link UpdateNotation#V2} without those that hold their default value
     */
    record Initial(Row row) implements RowUpdate {}

    /**
     * The row is new, or entered the monitor's condition.
     *
     * @param row the monitored columns; in {@link UpdateNotation#V2} without those that hold their default value
     */
    record Insert(Row row) implements RowUpdate {}

    /**
     * The row changed, in {@link UpdateNotation#V2}.
     *
     * @param diff for each changed column: the elements to toggle if it is a set, the pairs to toggle or replace if it is a
     *     map, the new value if it holds at most one element
     */
    record Modify(Row diff) implements RowUpdate {}

    /**
     * The row changed, in {@link UpdateNotation#V1}.
     *
     * @param before the changed columns as they were
     * @param after all monitored columns as they are
     */
    record Replace(Row before, Row after) implements RowUpdate {}

    /**
     * The row is gone, or left the monitor's condition.
     *
     * @param rowOrNull the monitored columns as they were, in {@link UpdateNotation#V1}; null in {@link UpdateNotation#V2}
     */
    record Delete(@Nullable Row rowOrNull) implements RowUpdate {
        public Optional<Row> row() {
            return Optional.ofNullable(rowOrNull);
        }
    }
}
