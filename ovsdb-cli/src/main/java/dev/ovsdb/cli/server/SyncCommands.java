package dev.ovsdb.cli.server;

import dev.ovsdb.cli.unixctl.ControlCommands;
import dev.ovsdb.cli.unixctl.ControlException;
import java.util.List;

/**
 * The commands about a backup of another server. This server is always active: what is set is kept and shown, and becoming
 * a backup is refused. Confined to the control socket's loop.
 */
final class SyncCommands {
    private String active = "";
    private String excluded = "";

    void register(ControlCommands commands) {
        commands.add("ovsdb-server/set-active-ovsdb-server", "", 1, 1, this::setActive);
        commands.add("ovsdb-server/get-active-ovsdb-server", "", () -> active);
        commands.add("ovsdb-server/connect-active-ovsdb-server", "", this::connect);
        commands.add("ovsdb-server/disconnect-active-ovsdb-server", "", () -> "");
        commands.add("ovsdb-server/set-active-ovsdb-server-probe-interval", "", 1, 1, this::setProbeInterval);
        commands.add("ovsdb-server/set-sync-exclude-tables", "", 0, 1, this::setExcluded);
        commands.add("ovsdb-server/get-sync-exclude-tables", "", () -> excluded);
        commands.add("ovsdb-server/sync-status", "", () -> "state: active");
    }

    private String setActive(List<String> arguments) {
        active = arguments.get(0);
        return "";
    }

    private String connect() {
        if (active.isEmpty()) {
            return "Unable to connect: active server is not specified.";
        }
        throw new ControlException("cannot be a backup of " + active + ": this server is always active");
    }

    private String setProbeInterval(List<String> arguments) {
        return arguments.get(0).matches("[+-]?\\d{1,9}") ? "" : "Invalid probe interval, integer value expected";
    }

    private String setExcluded(List<String> arguments) {
        excluded = arguments.isEmpty() ? "" : arguments.get(0);
        return "";
    }
}
