package dev.ovsdb.cli.server;

import dev.ovsdb.cli.unixctl.ControlCommands;
import dev.ovsdb.cli.unixctl.ControlException;
import dev.ovsdb.cli.vlog.Vlog;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.engine.Database;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** The commands that switch {@link TableLog}s. */
final class TableLogCommands {
    private static final String BUILT_IN_TABLE = "Database"; // The only one of _Server.

    private final Databases databases;
    private final Executor worker;
    private final Vlog log;
    private final Map<String, TableLog> logs = new ConcurrentHashMap<>(); // By DB:TABLE.

    TableLogCommands(Databases databases, Executor worker, Vlog log) {
        this.databases = databases;
        this.worker = worker;
        this.log = log;
    }

    void register(ControlCommands commands) {
        commands.add("ovsdb-server/tlog-set", "DB:TABLE on|off", 2, 2, this::set);
        commands.add("ovsdb-server/tlog-list", "", this::list);
    }

    private String set(List<String> arguments) {
        String[] names = arguments.get(0).split(":", 2);
        if (names.length < 2) {
            throw new ControlException("invalid DB:TABLE argument");
        }
        Database database =
                databases.handler().database(names[0]).orElseThrow(() -> new ControlException("no such database"));
        if (database.schema().table(names[1]).isEmpty()) {
            throw new ControlException("no such table");
        }
        switch (arguments.get(1).toLowerCase(Locale.ROOT)) {
            case "on" ->
                logs.computeIfAbsent(arguments.get(0), started -> TableLog.start(database, names[1], worker, log));
            case "off" -> stop(arguments.get(0));
            default -> throw new ControlException("invalid command argument");
        }
        return "";
    }

    private void stop(String name) {
        TableLog stopped = logs.remove(name);
        if (stopped != null) {
            stopped.close();
        }
    }

    private String list() {
        StringBuilder text = new StringBuilder("database        table                       logging\n");
        text.append("--------        -----                       -------\n");
        for (String name : databases.names()) {
            text.append(String.format(Locale.ROOT, "%-16s \n", name));
            Map<String, Boolean> tables = new TreeMap<>();
            databases
                    .handler()
                    .database(name)
                    .map(Database::schema)
                    .map(DatabaseSchema::tables)
                    .ifPresent(all -> all.stream()
                            .map(TableSchema::name)
                            .forEach(table -> tables.put(table, logs.containsKey(name + ":" + table))));
            if (name.equals(Databases.SERVER)) {
                tables.put(BUILT_IN_TABLE, false);
            }
            tables.forEach((table, on) ->
                    text.append(String.format(Locale.ROOT, "%16s%-27s %s\n", "", table, on ? "ON" : "OFF")));
        }
        return text.toString();
    }
}
