package dev.ovsdb.protocol.monitor;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.operation.Condition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What servers refuse, or take for something else than it looks like, in monitor requests. */
final class RequestRules {
    private RequestRules() {}

    static void check(String table, List<MonitorRequest> requests) {
        Set<String> seen = new HashSet<>();
        boolean conditional = false;
        for (MonitorRequest request : requests) {
            checkColumns(table, request, seen);
            if (request.where() != null) {
                if (conditional) {
                    throw new IllegalArgumentException("monitor of " + table
                            + ": only one request of a table can have conditions; give them all to one");
                }
                conditional = true;
                checkConditions(table, request.where());
            }
        }
    }

    private static void checkColumns(String table, MonitorRequest request, Set<String> seen) {
        if (request.columns() != null) {
            for (String column : request.columns()) {
                if (!seen.add(column)) {
                    throw new IllegalArgumentException("monitor of " + table + ": column " + column + " occurs twice");
                }
            }
        }
    }

    static void checkConditions(String table, List<Condition> conditions) {
        for (Condition condition : conditions) {
            if (condition instanceof Condition.Clause clause
                    && clause.value().atoms().stream().anyMatch(Atom.NamedUuidAtom.class::isInstance)) {
                throw new IllegalArgumentException("monitor of " + table + "." + clause.column()
                        + ": a named-uuid has no meaning outside a transaction, was " + clause.value());
            }
        }
    }
}
