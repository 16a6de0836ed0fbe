package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.console.Console;
import dev.ovsdb.cli.vlog.LogLevel;
import dev.ovsdb.cli.vlog.LogOptions;
import dev.ovsdb.cli.vlog.LogSpec;
import dev.ovsdb.cli.vlog.Vlog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code -v} and {@code --log-file}: they set the process's log, and silence the console's lines. */
final class LogSettings {
    /** The reference's modules that mean something to a client. */
    private static final List<String> MODULES = List.of(
            ("backtrace command_line coverage daemon daemon_unix dns_resolve entropy fatal_signal jsonrpc memory"
                            + " ovsdb_client ovsdb_error ovsdb_log poll_loop process reconnect socket_util stream stream_fd"
                            + " stream_replay stream_ssl stream_tcp stream_unix svec timeval unixctl util vlog")
                    .split(" "));

    private LogSettings() {}

    /** @throws CommandException if the specification names something unknown, in the reference's words */
    static void apply(Console console, String specification) {
        LogSpec spec = LogOptions.parse(specification, MODULES);
        Vlog.ofProcess().apply(spec);
        if (spec instanceof LogSpec.Level level
                && level.module().isEmpty()
                && level.isForConsole()
                && level.level().compareTo(LogLevel.WARN) < 0) {
            console.log().silence();
        }
    }

    static void file(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CommandException("failed to open " + file + " for logging: No such file or directory");
        }
        Vlog.ofProcess().openFile(file);
    }
}
