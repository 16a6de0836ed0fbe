package dev.ovsdb.testkit.simulation;

import dev.ovsdb.jsonrpc.connection.ConnectionOptions;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.OvsdbServerBuilder;
import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.server.file.FileStorage;
import dev.ovsdb.server.file.LogFile;
import dev.ovsdb.server.file.LogRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The server's machine: the process, which can be stopped, killed and started again, and the disk that outlives it. */
final class SimServer {
    private static final Path FILE = Path.of("/sim/db");

    private final SimNetwork network;
    private final Schedule schedule;
    private final Dice dice;
    private final MemoryFiles files = new MemoryFiles();
    private final ConnectionOptions connections;
    private final int loops;
    private final List<SimLoop> others = new ArrayList<>(); // Of the present process.
    private final List<SimLoop> stopped = new ArrayList<>();
    private @Nullable Host host;
    private @Nullable DatabaseHandler handler;
    private @Nullable OvsdbServer server;
    private boolean stopping;

    SimServer(SimNetwork network) {
        this.network = network;
        this.schedule = network.schedule();
        this.dice = schedule.dice;
        this.loops = dice.between(1, 3);
        ConnectionOptions.Builder options = OvsdbServerBuilder.defaultConnections().toBuilder();
        connections = dice.oneIn(2)
                ? options.build()
                : options.pauseAboveOutboundBytes(dice.between(1, 3_000)).build();
        LogFile.at(files, FILE).create(SimSchema.FIRST);
        files.syncFolder(FILE.getParent());
    }

    private SimLoop loop(String name) {
        SimLoop made = schedule.loop("server " + name);
        others.add(made);
        return made;
    }

    void start() {
        schedule.say("the server starts");
        others.clear();
        Host made = new Host(network, "server", loops);
        IdSource ids = IdSource.seeded(dice.next());
        DatabaseHandler engine = DatabaseHandler.builder()
                .clock(schedule.clock)
                .ids(ids)
                .readers(loop("reader"))
                .home(loop("home"))
                .database(FileStorage.builder(FILE)
                        .files(files)
                        .clock(schedule.clock)
                        .executors(loop("sync"), loop("rewrite"))
                        .build())
                .build();
        host = made;
        handler = engine;
        OvsdbServer.builder()
                .handler(engine)
                .connector(made)
                .connections(connections)
                .ids(ids)
                .closing(closing(engine, loop("closing")))
                .listen("ptcp:6640:10.0.0.1")
                .start()
                .thenAccept(started -> server = started);
    }

    /** To close a database is to wait for the lane, which nobody can in a single thread: so it is removed before. */
    private static Executor closing(DatabaseHandler engine, SimLoop thread) {
        return task -> engine.removeDatabase(SimSchema.NAME).thenRunAsync(task, thread);
    }

    /** Whether it runs, and nobody has asked it to end. */
    boolean isUp() {
        return host != null && !stopping;
    }

    /** Whether it runs and has come so far that it can be ended. */
    boolean isStarted() {
        return isUp() && server != null;
    }

    DatabaseHandler handler() {
        return Objects.requireNonNull(handler);
    }

    OvsdbServer server() {
        return Objects.requireNonNull(server);
    }

    Host host() {
        return Objects.requireNonNull(host);
    }

    // ---- Its ends.

    /** The process is killed; with the power, what the disk had not synced is lost too, and nobody tells the clients. */
    void kill(boolean power) {
        schedule.say(power ? "the power fails" : "the server is killed");
        boolean silent = power || dice.oneIn(4);
        for (Link link : List.copyOf(network.links())) {
            if (host().loops().contains(link.server().eventLoop())) {
                link.server().die();
                if (!silent) {
                    link.client().end(new IOException("Connection reset by peer"));
                }
            }
        }
        host().kill();
        others.forEach(SimLoop::kill);
        if (power) {
            files.powerFails(dice);
        } else {
            files.processDied();
        }
        gone();
    }

    /** The server is asked to end; completes when it has. */
    CompletableFuture<Void> stop() {
        schedule.say("the server is stopped");
        stopping = true;
        OvsdbServer ending = server();
        Host hosting = host();
        List<SimLoop> working = List.copyOf(others);
        return ending.closeAsync().thenRun(() -> {
            schedule.say("the server has stopped");
            Violation.unless(ending.sessions().isEmpty(), "sessions are left: %s", ending.sessions());
            stopping = false;
            stopped.addAll(hosting.loops());
            stopped.addAll(working);
            gone();
        });
    }

    private void gone() {
        host = null;
        handler = null;
        server = null;
    }

    /** The loops of processes that have ended as they should. */
    List<SimLoop> stopped() {
        return stopped;
    }

    // ---- What it holds.

    /** What the file says, table by table. */
    Map<String, Map<UUID, Row>> stored() {
        Map<String, Map<UUID, Row>> tables = new LinkedHashMap<>();
        try (LogRows rows = LogFile.at(files, FILE).rows()) {
            Violation.unless(rows.damage().isEmpty(), "the file is damaged: %s", rows.damage());
            rows.schema().tables().forEach(table -> tables.put(table.name(), rows.rows(table.name())));
        }
        return tables;
    }
}
