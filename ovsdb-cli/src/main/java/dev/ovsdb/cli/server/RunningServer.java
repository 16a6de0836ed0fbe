package dev.ovsdb.cli.server;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.console.Console;
import dev.ovsdb.cli.console.SystemErrors;
import dev.ovsdb.cli.daemon.Endings;
import dev.ovsdb.cli.daemon.Pidfile;
import dev.ovsdb.cli.unixctl.ControlCommands;
import dev.ovsdb.cli.unixctl.ControlSocket;
import dev.ovsdb.cli.vlog.Vlog;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.server.remote.ConfiguredRemotes;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** All that a server has while it runs; what was opened last is closed first. Confined to the program's thread. */
final class RunningServer implements AutoCloseable {
    private final KeptChanges kept;
    private final ServerOptions options;
    private final Console console;
    private final Vlog log;
    private final Endings endings;
    private final Deque<Runnable> closings = new ArrayDeque<>();
    private final AtomicBoolean trim = new AtomicBoolean();
    private @Nullable ChildProcess child;

    private RunningServer(ServerOptions options, Console console, Vlog log, Endings endings) {
        this.kept = new KeptChanges(console, log);
        this.options = kept.over(options);
        this.console = console;
        this.log = log;
        this.endings = endings;
    }

    /**
     * Starts it; blocks until it serves.
     *
     * @throws CommandException if it cannot; nothing stays open then
     */
    static RunningServer start(ServerOptions options, Console console, Vlog log, Endings endings) {
        RunningServer server = new RunningServer(options, console, log, endings);
        boolean started = false;
        try {
            server.open();
            started = true;
            return server;
        } finally {
            if (!started) {
                server.close();
            }
        }
    }

    /** In the reference's order, so that of several faults the same one is told. */
    private void open() {
        options.pidfile().ifPresent(file -> closings.push(Pidfile.claim(file, options.overwritePidfile())::close));
        NettyTransports transports = NettyTransports.create();
        closings.push(transports::close);
        DatabaseHandler handler = DatabaseHandler.builder()
                .clock(console.clock())
                .ids(console.ids())
                .listener(new MemoryTrimmer(trim))
                .build();
        Databases databases = new Databases(handler, console.directory(), options.differences());
        options.files().forEach(databases::open);
        MonitorCondSwitch monitorCond = new MonitorCondSwitch(handler);
        OvsdbServer server = OvsdbServer.builder()
                .handler(monitorCond)
                .connector(transports)
                .ids(console.ids())
                .startBlocking();
        closings.push(server::close);
        ConfiguredRemotes remotes = new RemoteStart(console, log).open(server, databases, options);
        closings.push(remotes::close);
        ExecutorService worker = Executors.newSingleThreadExecutor(task -> new Thread(task, "control commands"));
        closings.push(worker::shutdown);
        options.control()
                .ifPresent(path ->
                        openControl(path, commands(databases, remotes, server, monitorCond, worker), transports));
        options.run().ifPresent(command -> child = ChildProcess.start(command, endings::exit));
    }

    private ControlCommands commands(
            Databases databases,
            ConfiguredRemotes remotes,
            OvsdbServer server,
            MonitorCondSwitch monitorCond,
            ExecutorService worker) {
        ControlCommands commands = new ControlCommands();
        commands.add("version", "", ServerProgram::version);
        commands.add("exit", "", this::exit);
        Runnable changed = () -> kept.keep(databases.files(), remotes.names());
        new DatabaseCommands(databases, remotes, worker, log, changed).register(commands);
        new RemoteCommands(remotes, server, monitorCond, changed).register(commands);
        new SyncCommands().register(commands);
        new MemoryCommands(databases, server, trim, log).register(commands);
        new LogCommands(log).register(commands);
        new TableLogCommands(databases, worker, log).register(commands);
        return commands;
    }

    private String exit() {
        endings.exit();
        return "";
    }

    private void openControl(Path path, ControlCommands commands, NettyTransports transports) {
        try {
            closings.push(ControlSocket.open(path, commands, transports, log)::close);
        } catch (CompletionException e) {
            throw new CommandException(
                    path + ": could not initialize control socket (" + SystemErrors.describe(e) + ")", e);
        }
    }

    /** @throws CommandException if there was a child process, and it has ended with a failure */
    void requireChildSucceeded() {
        if (child != null) {
            child.requireSuccess();
        }
    }

    @Override
    public void close() {
        while (!closings.isEmpty()) {
            closings.pop().run();
        }
    }
}
