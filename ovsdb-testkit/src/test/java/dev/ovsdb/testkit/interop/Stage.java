package dev.ovsdb.testkit.interop;

import dev.ovsdb.testkit.Daemon;
import dev.ovsdb.testkit.Peers;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.ReferenceServerBuilder;
import dev.ovsdb.testkit.Tool;
import dev.ovsdb.testkit.WorkFolder;
import dev.ovsdb.testkit.pki.ReferencePki;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One run of a script: a server, what the script started, and what was printed.
 *
 * <p>Programs get run folders of their own. Each line of the transcript is normalised; a program's exit status belongs to it.
 */
final class Stage implements AutoCloseable {
    private static final Pattern TROUBLE =
            Pattern.compile("connection dropped|connection closed|connection attempt failed|clustered database|"
                    + "no response to inactivity probe|waiting \\d+ seconds|syntax error|constraint violation|"
                    + "transaction error|\\|EMER\\||\\|ERR\\|");

    private final WorkFolder folder = WorkFolder.create();
    private final Transport transport;
    private final ReferencePki pki = ReferencePki.create();
    private final ReferenceServer server;
    private final Normal normal;
    private final List<String> transcript = new ArrayList<>();
    private final Map<String, Daemon> daemons = new LinkedHashMap<>();

    Stage(Contender contender, Transport transport, String... installedSchemas) {
        this.transport = transport;
        ReferenceServerBuilder builder = contender.builder();
        for (String schema : installedSchemas) builder.installedSchema(schema);
        builder.unix();
        if (transport == Transport.TCP) builder.tcp();
        if (transport == Transport.TLS) builder.ssl(pki);
        server = builder.start();
        normal = new Normal()
                .folder(folder.path(), "folder")
                .folder(server.databaseFile(server.databases().get(0)).getParent(), "server")
                .folder(pki.authority().getParent(), "pki");
    }

    /** The connection method of the server. */
    String remote() {
        return server.remote(transport.kind());
    }

    /** The connection method for a program that reads its TLS files from the database, and so reaches that without TLS. */
    String remoteWithoutKeys() {
        return server.remote(transport == Transport.TLS ? "unix" : transport.kind());
    }

    ReferenceServer server() {
        return server;
    }

    ReferencePki pki() {
        return pki;
    }

    Path file(String name) {
        return folder.file(name);
    }

    /** Runs a program that is given the server by {@code --db} and TLS options, as most are. */
    void run(String program, String... arguments) {
        say(program, arguments, normal.text(output(program, withServer(arguments))));
    }

    /** The same, for output whose lines come in the order of UUIDs. */
    void runSorted(String program, String... arguments) {
        say(program, arguments, normal.sorted(output(program, withServer(arguments))));
    }

    /** Runs a program that is given the server as an argument among others. */
    void runPlain(String program, String... arguments) {
        say(program, arguments, normal.text(output(program, withTls(arguments))));
    }

    /** Runs a program that talks to a daemon's control socket, and not to the server. */
    void runLocal(String program, String... arguments) {
        say(program, arguments, normal.sorted(output(program, arguments)));
    }

    void runPlainSorted(String program, String... arguments) {
        say(program, arguments, normal.sorted(output(program, withTls(arguments))));
    }

    /** Runs a Python script with the server, a schema file and, for TLS, the client's files as arguments. */
    void runPython(String python, Path script, Path schema) {
        List<String> arguments = new ArrayList<>(List.of(script.toString(), remote(), schema.toString()));
        if (transport == Transport.TLS) {
            arguments.add(pki.client().privateKey().toString());
            arguments.add(pki.client().certificate().toString());
            arguments.add(pki.authority().toString());
        }
        Tool.Result result = Tool.at(Path.of(python)).with(environment()).run(arguments.toArray(String[]::new));
        if (!result.succeeded()) throw new AssertionError(script + " against " + remote() + ": " + result);
        transcript.add(normal.sorted(result.output() + result.errors()));
    }

    /** Starts a program that goes on; its log must not tell of a lost connection in the end. */
    Daemon start(String name, String program, String... arguments) {
        return startLocal(name, program, withTls(arguments));
    }

    /** The same, for a program that gets no TLS files on its command line. */
    Daemon startLocal(String name, String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Peers.program(program).toString()));
        command.addAll(List.of(arguments));
        Daemon daemon = Daemon.start(command, environment());
        daemons.put(name, daemon);
        return daemon;
    }

    /** Waits until a program started before has printed the text. */
    void await(String name, String text) {
        daemons.get(name).log().await(text, Duration.ofSeconds(30));
    }

    /** Ends a program that was started; what it printed belongs to the transcript if it is said to. */
    void stop(String name, boolean tell) {
        Daemon daemon = daemons.get(name);
        daemon.stop();
        if (tell) transcript.add(name + " printed:\n" + normal.sorted(printed(daemon)));
    }

    /** Without what an end by a signal adds, or does not add in time. */
    private static String printed(Daemon daemon) {
        return daemon.log().lines().stream()
                .filter(line -> !line.contains("fatal_signal") && !line.startsWith("(the log could not be read"))
                .collect(Collectors.joining("\n"));
    }

    /** Adds all rows of a database, but for these columns ({@code Table.column} or {@code *.column}), to the transcript. */
    void dump(String database, String... without) {
        String json = Tool.named("ovsdb-client").output("--format=json", "dump", server.remote("unix"), database);
        transcript.add("rows of " + database + "\n" + normal.text(new Dump(List.of(without)).text(json)));
    }

    void say(String line) {
        transcript.add(normal.text(line));
    }

    /** All that was printed, with the lines of programs' logs that tell of trouble. */
    String transcript() {
        daemons.forEach((name, daemon) -> daemon.log().lines().stream()
                .filter(line -> TROUBLE.matcher(line).find())
                .forEach(line -> transcript.add("trouble of " + name + ": " + normal.text(line))));
        return String.join("\n", transcript);
    }

    private void say(String program, String[] arguments, String printed) {
        transcript.add("$ " + program + " " + normal.text(String.join(" ", arguments)) + "\n" + printed);
    }

    private String output(String program, String[] arguments) {
        Tool.Result result = Tool.named(program).with(environment()).run(arguments);
        return result.output() + result.errors() + "status " + result.status();
    }

    private String[] withServer(String[] arguments) {
        List<String> all = new ArrayList<>(List.of("--db=" + remote(), "--timeout=30"));
        all.addAll(Arrays.asList(withTls(arguments)));
        return all.toArray(String[]::new);
    }

    private String[] withTls(String[] arguments) {
        List<String> all = new ArrayList<>();
        if (transport == Transport.TLS) {
            all.add("--private-key=" + pki.client().privateKey());
            all.add("--certificate=" + pki.client().certificate());
            all.add("--ca-cert=" + pki.authority());
        }
        all.addAll(Arrays.asList(arguments));
        return all.toArray(String[]::new);
    }

    /** Everything these programs write goes below the stage's own folder. */
    private Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String name : List.of(
                "OVS_RUNDIR",
                "OVS_LOGDIR",
                "OVS_DBDIR",
                "OVS_SYSCONFDIR",
                "OVN_RUNDIR",
                "OVN_LOGDIR",
                "OVN_DBDIR",
                "OVN_SYSCONFDIR")) {
            variables.put(name, folder.path().toString());
        }
        return variables;
    }

    @Override
    public void close() {
        try (folder;
                pki;
                server) {
            daemons.values().forEach(Daemon::stop);
        }
    }
}
