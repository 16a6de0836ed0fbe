package dev.ovsdb.cli.client;

import dev.ovsdb.cli.client.Dialer.ConnectFailure;
import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.console.Console;
import dev.ovsdb.cli.console.InterruptedCommandException;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.reconnect.Backoff;
import dev.ovsdb.jsonrpc.reconnect.BackoffOptions;
import dev.ovsdb.server.text.JsonPrinter;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code wait}: blocks in a transaction on the server's own database, through any number of connections. */
final class Wait implements Verb {
    @Override
    public void run(Invocation invocation) {
        List<String> arguments = invocation.arguments();
        String database = arguments.get(arguments.size() - 2);
        JsonValue[] transaction = {JsonValue.of("_Server"), operation(invocation.lastArgument(), database)};
        Servers servers = invocation.servers();
        String server = arguments.size() > 2 ? arguments.get(0) : servers.defaultServer();
        Console console = invocation.console();
        Backoff backoff = new Backoff(BackoffOptions.defaults(), console.ids());
        while (true) {
            pause(backoff);
            console.log().info("reconnect", server + ": connecting...");
            try (Session session = servers.dialer().attempt(server)) {
                console.log().info("reconnect", server + ": connected");
                if (happened(session, transaction)) {
                    return;
                }
                console.log().info("reconnect", server + ": connection dropped");
            } catch (ConnectFailure e) {
                console.log().info("reconnect", server + ": connection attempt failed (" + e.reason() + ")");
            }
        }
    }

    /** False if the connection ended first. */
    private static boolean happened(Session session, JsonValue... transaction) {
        Reply aware = session.call("set_db_change_aware", JsonValue.of(true));
        if (aware instanceof Reply.Failure failure) {
            throw new CommandException(
                    session.server() + ": set_db_change_aware failed (" + JsonPrinter.hashed(failure.error()) + ")");
        }
        Reply reply = session.call("transact", transaction);
        if (reply instanceof Reply.End) {
            return false;
        }
        Answers.checkTransaction(Answers.result(reply, false));
        return true;
    }

    private static JsonValue operation(String state, String database) {
        JsonValue byName = JsonValue.array(JsonValue.of("name"), JsonValue.of("=="), JsonValue.of(database));
        JsonObject wait = JsonValue.object("op", JsonValue.of("wait"))
                .with("table", JsonValue.of("Database"))
                .with("where", JsonValue.array(byName))
                .with("until", JsonValue.of("=="));
        return switch (state) {
            case "connected" ->
                wait.with("columns", JsonValue.array(JsonValue.of("connected")))
                        .with("rows", JsonValue.array(JsonValue.object("connected", JsonValue.of(true))));
            case "added" -> wait.with("columns", JsonArray.EMPTY).with("rows", JsonValue.array(JsonObject.EMPTY));
            case "removed" -> wait.with("columns", JsonArray.EMPTY).with("rows", JsonArray.EMPTY);
            default -> throw new CommandException(state + ": unknown state");
        };
    }

    private static void pause(Backoff backoff) {
        try {
            // A latch that nobody opens: only the time passes, and an interrupt still ends the program.
            new CountDownLatch(1).await(backoff.next().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptedCommandException();
        }
    }
}
