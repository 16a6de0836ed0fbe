package dev.ovsdb.testkit.recording;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of all clients of a recording, in its order. Confined to the loop of the stage. */
final class PlaybackClients {
    private final NettyTransports transports;
    private final ConnectionMethod.Active server;
    private final ConnectOptions options;
    private final Stage stage;
    private final Map<Integer, ClientPlayer> players = new HashMap<>();
    private int next; // Of the script's events, the first that has not happened yet.
    private boolean busy; // A connection is being made, or a time waited for.

    private PlaybackClients(NettyTransports transports, Playback playback, ConnectionMethod.Active server) {
        this.transports = transports;
        this.server = server;
        this.options = playback.pki()
                .map(pki -> ConnectOptions.defaults().withTls(pki.clientTls()))
                .orElseGet(ConnectOptions::defaults);
        this.stage = new Stage(transports.eventLoop(), playback);
    }

    static Comparison play(Playback playback, ConnectionMethod.Active server) {
        try (NettyTransports transports = NettyTransports.builder().threads(1).build()) {
            PlaybackClients clients = new PlaybackClients(transports, playback, server);
            clients.stage.loop().execute(clients::goOn);
            return clients.stage.result().join();
        }
    }

    /** Says all that it is time for. */
    private void goOn() {
        List<RecordedEvent> events = stage.script().events();
        while (!busy && !stage.isOver() && next < events.size()) {
            if (!happens(events.get(next))) break;
            next++;
        }
        if (stage.isOver()) return;
        if (next == events.size()) stage.complete();
        else stage.progress(() -> missing(events.get(next)));
    }

    /** Whether the event has happened. */
    private boolean happens(RecordedEvent event) {
        ClientPlayer player = players.get(event.session());
        if (event instanceof RecordedEnd) {
            if (player != null) player.close();
            return true;
        }
        if (player == null) {
            connect(event.session());
            return false;
        }
        RecordedMessage message = (RecordedMessage) event;
        return message.from() == Speaker.CLIENT ? say(player, message) : player.takeHeard();
    }

    private boolean say(ClientPlayer player, RecordedMessage message) {
        Duration left = stage.untilDue(message.micros());
        if (!left.isZero()) {
            busy = true;
            stage.dueIn(left);
            stage.loop().schedule(left, this::goOnAgain);
            return false;
        }
        if (player.hasEnded()) {
            stage.differ(new Difference(player.where(), "a server that listens", "it had hung up"));
            return false;
        }
        player.say(message);
        return true;
    }

    private void goOnAgain() {
        busy = false;
        goOn();
    }

    private void connect(int session) {
        busy = true;
        transports
                .connect(server, options, stage.loop())
                .whenComplete(
                        (transport, failure) -> stage.loop().execute(() -> connected(session, transport, failure)));
    }

    private void connected(int session, @Nullable Transport transport, @Nullable Throwable failure) {
        if (transport == null) {
            stage.differ(new Difference("session " + session, "a server", String.valueOf(failure)));
            return;
        }
        ClientPlayer player = new ClientPlayer(stage, session, transport, this::goOn);
        players.put(session, player);
        player.start();
        goOnAgain();
    }

    private Difference missing(RecordedEvent event) {
        Optional<ClientPlayer> player = Optional.ofNullable(players.get(event.session()));
        String recorded = event instanceof RecordedMessage message ? message.text() : "the end";
        return new Difference(
                player.map(ClientPlayer::where).orElse("session " + event.session()),
                recorded,
                "nothing within " + stage.patience());
    }
}
