package dev.ovsdb.benchmarks.server;

import java.util.List;

/** Requests for monitors of the whole database, or of one table. */
final class MonitorText {
    /** All tables of the workload that have rows. */
    private static final List<String> TABLES =
            List.of("Logical_Switch", "Logical_Switch_Port", "ACL", "Address_Set", "Port_Group");

    private MonitorText() {}

    /** @param condition of each table, as JSON with {@code '} for quotes; empty for none */
    static String everything(String condition) {
        StringBuilder tables = new StringBuilder();
        for (String table : TABLES) {
            if (tables.length() > 0) tables.append(',');
            tables.append("'").append(table).append("':[{").append(condition).append("}]");
        }
        return request(tables.toString());
    }

    static String switches(String condition) {
        return request("'Logical_Switch':[{'columns':['name','external_ids']" + condition + "}]");
    }

    private static String request(String tables) {
        return "{'id':1,'method':'monitor_cond','params':['OVN_Northbound','m',{" + tables + "}]}";
    }
}
