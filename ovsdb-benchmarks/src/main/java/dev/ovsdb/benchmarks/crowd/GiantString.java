package dev.ovsdb.benchmarks.crowd;

import dev.ovsdb.benchmarks.harness.Figures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** A client that sends a string of 1 GiB; when it is hung up on, or the string has ended, it begins again. */
final class GiantString implements Pressure {
    private static final long GIANT = 1L << 30;

    private final Place place;
    private final ByteBuffer more = Words.bytes("g".repeat(1 << 20));
    private @Nullable SocketChannel client;
    private long sent; // Of the string that is under way.
    private long most;
    private long hangUps;
    private long whole;

    GiantString(Place place) {
        this.place = place;
    }

    @Override
    public void begin() throws IOException {
        press();
    }

    @Override
    public void press() throws IOException {
        if (client == null) {
            client = place.byUnix();
            client.write(Words.bytes("{\"id\":1,\"method\":\"echo\",\"params\":[\""));
            sent = 0;
        }
        try {
            sent += client.write(more.clear()); // Blocks while the server does not read.
            most = Math.max(most, sent);
            if (sent >= GIANT) finish(client);
        } catch (IOException e) {
            hangUps++;
            leave();
        }
    }

    private void finish(SocketChannel finished) throws IOException {
        finished.write(Words.bytes("\"]}"));
        if (finished.read(ByteBuffer.allocate(1)) < 0) throw new IOException("hung up");
        whole++;
        leave();
    }

    private void leave() throws IOException {
        if (client != null) client.close();
        client = null;
    }

    /** After one string at the least. */
    @Override
    public Figures end(long notice) throws IOException {
        while (hangUps + whole == 0) press();
        return Figures.of("most-MB", most >> 20, "hung-up-on", hangUps, "answered", whole);
    }

    @Override
    public void close() throws IOException {
        leave();
    }
}
