package dev.ovsdb.cli.server;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.unixctl.ControlCommands;
import dev.ovsdb.cli.unixctl.ControlException;
import java.util.List;

/** The commands about connections. */
final class RemoteCommands {
    private final ServerRemotes remotes;

    RemoteCommands(ServerRemotes remotes) {
        this.remotes = remotes;
    }

    void register(ControlCommands commands) {
        commands.add("ovsdb-server/add-remote", "REMOTE", 1, 1, this::add);
        commands.add("ovsdb-server/remove-remote", "REMOTE", 1, 1, this::remove);
        commands.add("ovsdb-server/list-remotes", "", this::list);
        commands.add("ovsdb-server/reconnect", "", this::reconnect);
    }

    private String add(List<String> arguments) {
        try {
            remotes.add(arguments.get(0));
            return "";
        } catch (CommandException e) {
            throw new ControlException(String.valueOf(e.getMessage()));
        }
    }

    private String remove(List<String> arguments) {
        if (!remotes.remove(arguments.get(0))) {
            throw new ControlException("no such remote");
        }
        return "";
    }

    private String list() {
        return String.join("\n", remotes.list().stream().sorted().toList());
    }

    private String reconnect() {
        remotes.reconnect("user ran ovsdb-server/reconnect");
        return "";
    }
}
