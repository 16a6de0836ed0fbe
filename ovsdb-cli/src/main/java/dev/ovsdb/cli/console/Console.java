package dev.ovsdb.cli.console;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.jsonrpc.time.IdSource;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The world of one command. Confined to the command's thread, but for {@link #log()} and {@link #onAlarm()}. */
public final class Console {
    private final boolean isProcess;
    private final InputStream in;
    private final Output out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final Terminals terminals;
    private final Runnable onAlarm;
    private final Log log;

    /**
     * The world as it is given.
     *
     * @param isProcess whether the command is the whole of this process
     * @param onAlarm what {@code --timeout} does to the process; it may not return
     */
    public Console(
            boolean isProcess,
            InputStream in,
            OutputStream out,
            OutputStream err,
            Map<String, String> environment,
            Terminals terminals,
            Runnable onAlarm) {
        this.isProcess = isProcess;
        this.in = in;
        this.out = new Output(out);
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
        this.environment = new LinkedHashMap<>(environment);
        this.terminals = terminals;
        this.onAlarm = onAlarm;
        this.log = new Log(this.err, clock());
    }

    /** Whether the command is the whole of this process, so that the process's signals are the command's. */
    public boolean isProcess() {
        return isProcess;
    }

    public InputStream in() {
        return in;
    }

    public Output out() {
        return out;
    }

    public PrintStream err() {
        return err;
    }

    public Terminals terminals() {
        return terminals;
    }

    public Runnable onAlarm() {
        return onAlarm;
    }

    public Log log() {
        return log;
    }

    public Clock clock() {
        return Clock.system();
    }

    public IdSource ids() {
        return IdSource.random();
    }

    /** A variable of the environment that is set and not empty. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** Where Open vSwitch keeps its sockets and pidfiles. */
    public Path runDirectory() {
        return Path.of(variable("OVS_RUNDIR").orElse("/var/run/openvswitch"));
    }

    /** The same method with a path that does not depend on the process's environment, which need not be this one. */
    public ConnectionMethod inRunDirectory(ConnectionMethod method) {
        if (method instanceof ConnectionMethod.Unix unix) {
            return ConnectionMethod.unix(runDirectory().resolve(unix.path()));
        } else if (method instanceof ConnectionMethod.PassiveUnix unix) {
            return ConnectionMethod.punix(runDirectory().resolve(unix.path()));
        }
        return method;
    }

    /** The folder that relative names of files are taken from: where the command was called, also if it has left it. */
    public Path directory() {
        return Path.of(variable("OVSDB_DIRECTORY").orElse("")).toAbsolutePath();
    }

    /** Where Open vSwitch keeps its databases. */
    public Path databaseDirectory() {
        return Path.of(
                variable("OVS_DBDIR").orElseGet(() -> variable("OVS_SYSCONFDIR").orElse("/etc") + "/openvswitch"));
    }

    /** Where Open vSwitch keeps its logs. */
    public Path logDirectory() {
        return Path.of(variable("OVS_LOGDIR").orElse("/var/log/openvswitch"));
    }
}
