package dev.ovsdb.cli.server;

import dev.ovsdb.cli.unixctl.ControlCommands;
import dev.ovsdb.cli.unixctl.ControlException;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.remote.ConfiguredRemotes;
import java.util.List;

/** The commands about connections. */
final class RemoteCommands {
    private final ConfiguredRemotes remotes;
    private final OvsdbServer server;
    private final MonitorCondSwitch monitorCond;
    private final Runnable changed;

    /** @param changed runs when remotes were added or removed */
    RemoteCommands(ConfiguredRemotes remotes, OvsdbServer server, MonitorCondSwitch monitorCond, Runnable changed) {
        this.monitorCond = monitorCond;
        this.remotes = remotes;
        this.server = server;
        this.changed = changed;
    }

    void register(ControlCommands commands) {
        commands.add("ovsdb-server/add-remote", "REMOTE", 1, 1, this::add);
        commands.add("ovsdb-server/remove-remote", "REMOTE", 1, 1, this::remove);
        commands.add("ovsdb-server/list-remotes", "", this::list);
        commands.add("ovsdb-server/reconnect", "", this::reconnect);
        commands.add("ovsdb-server/disable-monitor-cond", "", this::disableMonitorCond);
    }

    private String add(List<String> arguments) {
        try {
            remotes.add(arguments.get(0));
            changed.run();
            return "";
        } catch (IllegalArgumentException e) {
            throw new ControlException(String.valueOf(e.getMessage()));
        }
    }

    private String remove(List<String> arguments) {
        if (!remotes.remove(arguments.get(0))) {
            throw new ControlException("no such remote");
        }
        changed.run();
        return "";
    }

    private String list() {
        return String.join("\n", remotes.names());
    }

    private String reconnect() {
        server.sessions().forEach(session -> session.close("user ran ovsdb-server/reconnect"));
        return "";
    }

    /** Sessions end, since they may have such monitors. */
    private String disableMonitorCond() {
        monitorCond.switchOff();
        server.sessions().forEach(session -> session.close("user ran ovsdb-server/disable-monitor-cond"));
        return "";
    }
}
