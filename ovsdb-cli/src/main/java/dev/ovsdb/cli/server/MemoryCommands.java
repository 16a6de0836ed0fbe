package dev.ovsdb.cli.server;

import dev.ovsdb.cli.unixctl.ControlCommands;
import dev.ovsdb.cli.unixctl.ControlException;
import dev.ovsdb.cli.vlog.Vlog;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.engine.Database;
import dev.ovsdb.server.engine.DatabaseFigures;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** The commands about memory and speed. */
final class MemoryCommands {
    private static final String NO_COVERAGE =
            "Event coverage, avg rate over last: 5 seconds, last minute, last hour,  hash=00000000:\n0 events never hit";

    private final Databases databases;
    private final OvsdbServer server;
    private final AtomicBoolean trim;
    private final Vlog log;

    /** @param trim whether memory is given back after a compaction; read by whoever does that */
    MemoryCommands(Databases databases, OvsdbServer server, AtomicBoolean trim, Vlog log) {
        this.databases = databases;
        this.server = server;
        this.trim = trim;
        this.log = log;
    }

    void register(ControlCommands commands) {
        commands.add("memory/show", "", this::show);
        commands.add("coverage/show", "", () -> NO_COVERAGE);
        commands.add("coverage/read-counter", "COUNTER", 1, 1, MemoryCommands::readCounter);
        commands.add("ovsdb-server/memory-trim-on-compaction", "on|off", 1, 1, this::trimOnCompaction);
        commands.add("ovsdb-server/perf-counters-show", "", this::perfCounters);
        commands.add("ovsdb-server/perf-counters-clear", "", () -> "");
    }

    private String show() {
        Map<String, Long> usage = new TreeMap<>();
        for (Database database : databases.inFiles()) {
            DatabaseFigures figures = database.figures();
            usage.merge("atoms", figures.atoms(), Long::sum);
            usage.merge("cells", figures.cells(), Long::sum);
            usage.merge("monitors", (long) figures.monitors(), Long::sum);
            usage.merge("n-weak-refs", figures.weakReferences(), Long::sum);
            add(usage, "triggers", figures.blockedTransactions());
            add(usage, "txn-history", figures.historyTransactions());
            add(usage, "txn-history-atoms", figures.historyAtoms());
        }
        add(usage, "sessions", server.sessions().size());
        return usage.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    private static void add(Map<String, Long> usage, String name, long value) {
        if (value > 0) {
            usage.merge(name, value, Long::sum);
        }
    }

    private String trimOnCompaction(List<String> arguments) {
        String value = arguments.get(0);
        if (!value.equals("on") && !value.equals("off")) {
            throw new ControlException("invalid argument");
        }
        trim.set(value.equals("on"));
        log.info("ovsdb_server", "memory trimming after compaction " + (trim.get() ? "enabled." : "disabled."));
        return "";
    }

    /** The reference's counters are at places of its C code; there are none here. */
    private static String readCounter(List<String> arguments) {
        throw new ControlException("No such counter");
    }

    /** Those are the processor's counters, which a JVM cannot read. */
    private String perfCounters() {
        return "performance counter is not supported on this platform";
    }
}
