package dev.ovsdb.cli.demo;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.console.Console;
import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.SessionListener;
import dev.ovsdb.client.monitor.Monitor;
import dev.ovsdb.jsonrpc.JsonRpcException;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.monitor.MonitorRequest;
import dev.ovsdb.protocol.monitor.MonitorRequests;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs our client against a server and shows it: over a Unix socket it reads and writes, over TCP it watches; then the server
 * goes and comes back, and both sessions heal.
 */
public final class Demo {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> PLAN = List.of("Interface", "Port", "Bridge", "Open_vSwitch");

    private final Story story;
    private final DemoServer server;
    private final OvsdbClient writer;
    private final OvsdbClient watcher;
    private final Spectator spectator = new Spectator();

    private Demo(Story story, DemoServer server, OvsdbClient writer, OvsdbClient watcher) {
        this.story = story;
        this.server = server;
        this.writer = writer;
        this.watcher = watcher;
    }

    /**
     * Tells the whole story.
     *
     * @throws CommandException if a step did not come out as told; says which and why
     */
    public static void run(List<String> arguments, Console console) {
        boolean real = arguments.equals(List.of("--real"));
        if (arguments.equals(List.of("--help"))) {
            help(console);
            return;
        } else if (!real && !arguments.isEmpty()) {
            throw new CommandException("demo takes no arguments but --real, got " + arguments);
        }
        Story story = new Story(console.out());
        try (DemoServer server = start(story, real)) {
            story.step("Connect: one session over the Unix socket, one over TCP");
            try (OvsdbClient writer = connect(server.unixRemote());
                    OvsdbClient watcher = connect(server.tcpRemote())) {
                new Demo(story, server, writer, watcher).tell();
            }
        } catch (DemoFailure | JsonRpcException e) {
            throw new CommandException(story.title() + ": " + e.getMessage(), e);
        }
        story.end("Done: every step came out as told; the server is stopped and its folder deleted.");
    }

    private static void help(Console console) {
        console.out().line("usage: ovsdb demo [--real]");
        console.out()
                .line("Shows the client and the built-in server at work; with --real the reference's ovsdb-server.");
    }

    private static DemoServer start(Story story, boolean real) {
        story.step("Start a server with an empty database");
        DemoServer server = real ? new ReferenceServer() : new EmbeddedServer();
        story.tell("%s", server.describe());
        story.tell("listens on %s and %s", server.unixRemote(), server.tcpRemote());
        return server;
    }

    private static OvsdbClient connect(String remote) {
        return await(OvsdbClient.builder().remotes(remote).connect());
    }

    private void tell() {
        story.tell("%s: %s", server.unixRemote(), writer.state());
        story.tell("%s: %s", server.tcpRemote(), watcher.state());
        databases();
        schema();
        UUID bridge = insert();
        readBack();
        Monitor monitor = watch();
        change(bridge);
        restartAndHeal(monitor);
    }

    private void databases() {
        story.step("List the databases");
        for (String database : await(writer.listDbs())) story.tell("%s", database);
    }

    private void schema() {
        DatabaseSchema schema = await(writer.getSchema(Wiring.DATABASE));
        story.step("Read the schema");
        story.tell("%s:", schema);
        List<List<String>> rows = new ArrayList<>();
        for (TableSchema table : schema.tables()) {
            rows.add(List.of(table.name(), String.valueOf(table.columns().size()), table.isRoot() ? "yes" : "no"));
        }
        story.table(List.of("table", "columns", "root"), rows);
    }

    private UUID insert() {
        story.step("Insert a bridge, its port and its interface in one transaction, by names that live as long as it");
        TransactionOutcome outcome =
                await(writer.transact(Wiring.DATABASE, Wiring.bridge("br0"))).requireSuccess();
        for (int i = 0; i < PLAN.size(); i++) {
            story.tell("insert %-12s -> %s", PLAN.get(i), outcome.insertedUuid(i));
        }
        return outcome.insertedUuid(2);
    }

    private void readBack() {
        story.step("Read it back");
        TransactionOutcome outcome =
                await(writer.transact(Wiring.DATABASE, Wiring.everything())).requireSuccess();
        story.table(List.of("Bridge", "ports", "external_ids"), rows(outcome.rows(0), "name", "ports", "external_ids"));
        story.tell("");
        story.table(
                List.of("Port", "_uuid", "interfaces", "tag"),
                rows(outcome.rows(1), "name", "_uuid", "interfaces", "tag"));
        story.tell("");
        story.table(List.of("Interface", "_uuid", "type"), rows(outcome.rows(2), "name", "_uuid", "type"));
        require(outcome.rows(0).size() == 1, "the bridge that was inserted is not there");
    }

    private static List<List<String>> rows(List<Row> rows, String... columns) {
        List<List<String>> texts = new ArrayList<>();
        for (Row row : rows) {
            List<String> cells = new ArrayList<>();
            for (String column : columns)
                cells.add(row.get(column).map(Texts::of).orElse(""));
            texts.add(cells);
        }
        return texts;
    }

    private Monitor watch() {
        story.step("Watch bridges and ports over TCP: first the contents");
        MonitorRequests requests = MonitorRequests.builder()
                .table("Bridge", MonitorRequest.columns("name", "external_ids"))
                .table("Port", MonitorRequest.columns("name", "tag"))
                .build();
        Monitor monitor = await(watcher.monitorCond(Wiring.DATABASE, requests, spectator.listener()));
        show(spectator.next(PATIENCE));
        return monitor;
    }

    private void change(UUID bridge) {
        story.step("... then each change of the other session, live");
        await(writer.transact(Wiring.DATABASE, Wiring.port(bridge, "eth1"))).requireSuccess();
        show(spectator.next(PATIENCE));
        await(writer.transact(Wiring.DATABASE, Wiring.tag("eth1", 42))).requireSuccess();
        show(spectator.next(PATIENCE));
    }

    private void restartAndHeal(Monitor monitor) {
        story.step("End the server and start it again: the sessions heal, the monitor gets fresh contents");
        CompletableFuture<String> lost = new CompletableFuture<>();
        CompletableFuture<TransportInfo> back = new CompletableFuture<>();
        watcher.addListener(new SessionListener() {
            @Override
            public void onDisconnected(@Nullable Throwable cause) {
                lost.complete(cause == null ? "closed by its user" : String.valueOf(cause.getMessage()));
            }

            @Override
            public void onConnected(TransportInfo connection) {
                back.complete(connection);
            }
        });
        spectator.skipAll();
        String done = server.stop();
        story.tell("%s; the session says: %s", done, await(lost));
        server.restart();
        story.tell("started again: %s", server.describe());
        await(back);
        story.tell("connected again; nothing was asked of the program:");
        Spectator.Seen contents = spectator.next(PATIENCE);
        require(
                contents.isContents(),
                "after the reconnect the monitor brought " + contents.kind() + ", not its contents");
        require(contents.lines().size() == 3, "the contents are not what was written: " + contents.lines());
        show(contents);
        await(writer.transact(Wiring.DATABASE, Wiring.tag("eth1", 7))).requireSuccess();
        story.tell("and the next change arrives by %s:", monitor.method());
        show(spectator.next(PATIENCE));
    }

    private void show(Spectator.Seen seen) {
        require(!seen.lines().isEmpty(), "an update without rows came");
        for (String line : seen.lines()) story.tell("%s", line);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) throw new DemoFailure(otherwise);
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof JsonRpcException failure) throw failure;
            throw new DemoFailure(String.valueOf(e.getCause()), e);
        } catch (TimeoutException e) {
            throw new DemoFailure("no answer within " + PATIENCE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted", e);
        }
    }
}
