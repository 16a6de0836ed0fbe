package dev.ovsdb.cli.tool;

import dev.ovsdb.cli.options.CommandLine.Setting;
import dev.ovsdb.cli.vlog.LogOptions;
import dev.ovsdb.cli.vlog.Vlog;
import java.util.List;

/** {@code -v}: what the process logs. */
final class ToolLog {
    /** The reference's modules that mean something to the tool. */
    private static final List<String> MODULES = List.of(
            "command_line entropy fatal_signal lockfile ovsdb ovsdb_error ovsdb_file ovsdb_log poll_loop raft timeval util vlog"
                    .split(" "));

    private ToolLog() {}

    static void apply(Setting<ToolOption> setting) {
        String specification = setting.value().isEmpty() ? LogOptions.VERBOSE : setting.value();
        Vlog.ofProcess().apply(LogOptions.parse(specification, MODULES));
    }
}
