package dev.ovsdb.benchmarks.crowd;

import dev.ovsdb.benchmarks.harness.Figures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * Clients that begin a TLS handshake and do not end it: a third says nothing, a third half a ClientHello and no more, a third all of
 * it and then nothing. Those that the server drops come again.
 */
final class StalledHandshakes implements Pressure {
    private final Place place;
    private final List<Stalled> clients = new ArrayList<>();
    private final ByteBuffer hello;
    private final ByteBuffer seen = ByteBuffer.allocate(1 << 14);
    private final int count;
    private long dropped;
    private int next;

    StalledHandshakes(Place place, int count) throws Exception {
        this.place = place;
        this.count = count;
        this.hello = clientHello();
    }

    private static ByteBuffer clientHello() throws Exception {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine();
        engine.setUseClientMode(true);
        ByteBuffer out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.allocate(0), out);
        return out.flip();
    }

    @Override
    public void begin() throws IOException {
        for (int i = 0; i < count; i++) clients.add(stalled(i));
    }

    private Stalled stalled(int at) throws IOException {
        SocketChannel channel = place.toTls();
        channel.write(hello.duplicate().limit(hello.limit() * (at % 3) / 2));
        channel.configureBlocking(false);
        return new Stalled(channel);
    }

    /** Looks after some of them. */
    @Override
    public void press() throws IOException {
        for (int i = 0; i < 16; i++, next++) {
            int at = next % count;
            if (clients.get(at).isDropped(seen)) {
                dropped++;
                clients.set(at, stalled(at));
            }
        }
        Thread.onSpinWait();
    }

    @Override
    public Figures end(long notice) {
        return Figures.of("clients", count, "dropped", dropped);
    }

    @Override
    public void close() throws IOException {
        for (Stalled client : clients) client.channel.close();
    }

    private record Stalled(SocketChannel channel) {
        boolean isDropped(ByteBuffer into) throws IOException {
            try {
                if (channel.read(into.clear()) >= 0) return false;
            } catch (IOException e) {
                // Dropped by a reset.
            }
            channel.close();
            return true;
        }
    }
}
