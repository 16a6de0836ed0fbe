package dev.ovsdb.testkit.simulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A connection of the simulated network: how fast it is, into what pieces it cuts what is sent, and what goes wrong with it. */
final class Link {
    private final SimNetwork network;
    private final Schedule schedule;
    private final String name;
    private final int number;
    private final int mostNanos; // Of the time that a piece takes.
    private final int mostBytes; // Of a piece.
    private final int window;
    private final SimTransport client;
    private final SimTransport server;

    Link(SimNetwork network, int number, String from, SimLoop clientLoop, String to, SimLoop serverLoop) {
        this.network = network;
        this.schedule = network.schedule();
        this.number = number;
        this.name = from + "/" + number;
        Dice dice = schedule.dice;
        mostNanos = dice.pick(2_000, 200_000, 5_000_000);
        mostBytes = dice.pick(1 << 16, 1 << 16, 1 << 16, 1 << 16, 1_000, 500, 80);
        window = dice.pick(1 << 16, 1 << 16, 2_000);
        client = new SimTransport(this, clientLoop, to);
        server = new SimTransport(this, serverLoop, "tcp:" + name);
        client.connect(server);
        server.connect(client);
    }

    SimTransport client() {
        return client;
    }

    SimTransport server() {
        return server;
    }

    int window() {
        return window;
    }

    int pieceBytes() {
        return mostBytes > 1_000 ? mostBytes : schedule.dice.between(1, mostBytes);
    }

    /** Has the network do something after the time that a piece takes. */
    void later(Runnable what) {
        schedule.later(Duration.ofNanos(schedule.dice.below(mostNanos)), what);
    }

    /** A piece arrived at an end. */
    void seen(SimTransport end, byte[] piece) {
        schedule.trace.event(number * 2L + (end == server ? 1 : 0));
        schedule.trace.event(Arrays.hashCode(piece));
        if (schedule.trace.isRead()) {
            say("%s %s %s", this, end == server ? "->" : "<-", new String(piece, StandardCharsets.UTF_8));
        }
    }

    void say(String format, @Nullable Object... arguments) {
        schedule.say(format, arguments);
    }

    void over() {
        if (client.isOver() && server.isOver()) {
            network.over(this);
        }
    }

    boolean isOver() {
        return client.isOver() && server.isOver();
    }

    // ---- Faults.

    /** Both ends find the connection reset; what was under way is lost. */
    void reset() {
        say("%s is reset", this);
        client.end(new IOException("Connection reset by peer"));
        server.end(new IOException("Connection reset by peer"));
    }

    /** Both ends find that the other one ended it; what was under way is lost, what arrived is not. */
    void close() {
        say("%s is closed in the middle", this);
        client.end(null);
        server.end(null);
        client.swallows = true;
        server.swallows = true;
    }

    /** Nothing arrives any more, one way or both, and nobody is told. */
    void swallow(boolean toServer, boolean toClient) {
        say(
                "%s swallows what is sent %s",
                this, toServer && toClient ? "" : toServer ? "to the server" : "to the client");
        client.swallows |= toServer;
        server.swallows |= toClient;
    }

    @Override
    public String toString() {
        return name;
    }
}
