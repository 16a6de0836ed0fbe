package dev.ovsdb.cli.server;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.console.Console;
import dev.ovsdb.cli.console.Version;
import dev.ovsdb.cli.daemon.Endings;
import dev.ovsdb.cli.daemon.Readiness;
import dev.ovsdb.cli.options.CommandLine;
import dev.ovsdb.cli.options.CommandLine.Setting;
import dev.ovsdb.cli.options.GetOpt;
import dev.ovsdb.cli.options.OptionException;
import dev.ovsdb.cli.server.ServerOptionsReader.LogFileException;
import dev.ovsdb.cli.vlog.Modules;
import dev.ovsdb.cli.vlog.Vlog;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** The program: options, start, and the wait for its end. */
public final class ServerProgram {
    /** What messages begin with, also when the program is run as {@code ovsdb server}. */
    public static final String NAME = "ovsdb-server";

    private static final int FAILED = 1;
    private static final int TERMINATED = 128 + 15;

    private final Console console;
    private final Vlog log;
    private final Endings endings;

    public ServerProgram(Console console) {
        this.console = console;
        this.log = new Vlog(NAME, Modules.SERVER, console.err(), console.clock()).useForProcess();
        this.endings = new Endings(log);
    }

    /** What {@code --version} prints. */
    static String version() {
        return NAME + " (ovsdb for Java) " + Version.current();
    }

    /**
     * Serves until it is told to end.
     *
     * @return the exit status; above 128 if a signal ended it
     * @throws CommandException if the server cannot start; its message says why
     */
    public int run(List<String> arguments) {
        CommandLine<ServerOption> line = parse(arguments);
        ServerOptionsReader reader = new ServerOptionsReader(console, log);
        try {
            for (Setting<ServerOption> setting : line.settings()) {
                if (setting.option() == ServerOption.HELP) {
                    ServerHelp.print(console);
                    return 0;
                } else if (setting.option() == ServerOption.VERSION) {
                    console.out().line(version());
                    return 0;
                }
                reader.apply(setting);
            }
        } catch (LogFileException e) {
            return FAILED;
        }
        return serve(reader.options(line.operands()));
    }

    private static CommandLine<ServerOption> parse(List<String> arguments) {
        try {
            return GetOpt.parse(List.of(ServerOption.values()), arguments);
        } catch (OptionException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    private int serve(ServerOptions options) {
        if (console.isProcess()) {
            endings.listenToSignals();
        }
        int status;
        try (RunningServer server = RunningServer.start(options, console, log, endings)) {
            if (options.run().isEmpty()) {
                log.info("ovsdb_server", version());
            }
            Readiness.announce(console, log);
            status = awaitEnd();
            server.requireChildSucceeded();
        }
        if (console.isProcess()) {
            Endings.dieBy(status);
        }
        return status;
    }

    private int awaitEnd() {
        try {
            return endings.end().get();
        } catch (InterruptedException e) {
            return TERMINATED; // Who runs the program in a thread of its own ends it in this way.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
