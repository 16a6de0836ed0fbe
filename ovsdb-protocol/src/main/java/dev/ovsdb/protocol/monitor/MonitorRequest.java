package dev.ovsdb.protocol.monitor;

import dev.ovsdb.protocol.operation.Condition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a monitor wants of one table: RFC 7047's {@code <monitor-request>}, with the condition of Open vSwitch's conditional
 * monitors. Built by {@link #builder}.
 *
 * @param columns the columns, none twice, perhaps none at all; null for every column, with {@code _version} but without
 *     {@code _uuid}
 * @param where conditions of which a row must meet at least one (unlike in a transaction); null or empty for every row. For
 *     monitor_cond and monitor_cond_since only
 */
public record MonitorRequest(
        @Nullable List<String> columns,
        MonitorSelect select,
        @Nullable List<Condition> where) {
    /** Every column of every row, and every kind of update. */
    public static final MonitorRequest EVERYTHING = new MonitorRequest(null, MonitorSelect.ALL, null);

    public MonitorRequest {
        columns = columns == null ? null : List.copyOf(columns);
        where = where == null ? null : List.copyOf(where);
    }

    /** Every update of these columns. */
    public static MonitorRequest columns(String... columns) {
        return columns(List.of(columns));
    }

    /** Every update of these columns. */
    public static MonitorRequest columns(List<String> columns) {
        return new MonitorRequest(columns, MonitorSelect.ALL, null);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Gathers a {@link MonitorRequest}; without any call it is {@link #EVERYTHING}. For one thread. */
    public static final class Builder {
        private @Nullable List<String> columns;
        private MonitorSelect select = MonitorSelect.ALL;
        private @Nullable List<Condition> where;

        private Builder() {}

        /** Wants these columns only; none are rows without columns. */
        public Builder columns(String... columns) {
            return columns(List.of(columns));
        }

        /** Wants these columns only; none are rows without columns. */
        public Builder columns(List<String> columns) {
            this.columns = columns;
            return this;
        }

        public Builder select(MonitorSelect select) {
            this.select = select;
            return this;
        }

        /** Adds conditions: rows that meet any of all given are wanted. */
        public Builder whereAny(Condition... conditions) {
            return whereAny(List.of(conditions));
        }

        /** Adds conditions: rows that meet any of all given are wanted. No condition adds nothing. */
        public Builder whereAny(List<Condition> conditions) {
            if (!conditions.isEmpty()) {
                List<Condition> all = new ArrayList<>(where == null ? List.of() : where);
                all.addAll(conditions);
                where = all;
            }
            return this;
        }

        public MonitorRequest build() {
            return new MonitorRequest(columns, select, where);
        }
    }
}
