package dev.ovsdb.testkit.recording;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.jsonrpc.transport.Listener;
import dev.ovsdb.testkit.WorkFolder;
import java.util.Optional;

/**
 * Answers clients as the server of a recording did, and compares what they ask. Thread-safe.
 *
 * <p>A client that comes gets the first recorded session that begins as it does and that no client had before. A reply leaves when its
 * request has come and all has left that the server had said before; anything else the server said leaves when all has come, on all
 * sessions, that it was said behind. A client that asks something else is hung up on, and no other is answered any more.
 */
public final class PlaybackServer implements AutoCloseable {
    private final WorkFolder folder = WorkFolder.create();
    private final NettyTransports transports =
            NettyTransports.builder().threads(1).build();
    private final Stage stage;
    private final Listener listener;

    PlaybackServer(Playback playback, Optional<ConnectionMethod.Passive> place) {
        try {
            stage = new Stage(transports.eventLoop(), playback);
            ServerPlayers players = new ServerPlayers(stage);
            listener = transports
                    .listen(place.orElseGet(() -> defaultPlace(playback)), options(playback), players::accepted)
                    .join();
            stage.loop().execute(players::begin);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private ConnectionMethod.Passive defaultPlace(Playback playback) {
        return playback.pki().isPresent() ? ConnectionMethod.pssl(0, "127.0.0.1") : Places.unix(folder);
    }

    private static ListenOptions options(Playback playback) {
        return playback.pki()
                .map(pki -> ListenOptions.defaults().withTls(pki.serverTls()))
                .orElseGet(ListenOptions::defaults);
    }

    /** The connection method by which clients come. */
    public String remote() {
        return Places.remote(listener);
    }

    /** Waits until all has been said that was recorded, or something else was, or nothing comes any more. */
    public Comparison finish() {
        return stage.result().join();
    }

    @Override
    public void close() {
        try (folder) {
            transports.close();
        }
    }
}
