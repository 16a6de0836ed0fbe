package dev.ovsdb.benchmarks.crowd;

import dev.ovsdb.benchmarks.harness.Figures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Clients whose message goes on and on and never ends. They read nothing; those that are hung up on come again. */
final class UnfinishedMessages implements Pressure {
    private static final String BEGINNING =
            "{\"id\":1,\"method\":\"transact\",\"params\":[\"Crowd\",{\"op\":\"comment\",\"comment\":\"";

    private final Place place;
    private final int count;
    private final List<SocketChannel> clients = new ArrayList<>();
    private final ByteBuffer more = Words.bytes("x".repeat(64 * 1024));
    private long sent;
    private long hangUps;
    private int next;

    UnfinishedMessages(Place place, int count) {
        this.place = place;
        this.count = count;
    }

    @Override
    public void begin() throws IOException {
        for (int i = 0; i < count; i++) clients.add(client());
    }

    private SocketChannel client() throws IOException {
        SocketChannel channel = place.byTcp();
        channel.write(Words.bytes(BEGINNING));
        channel.configureBlocking(false);
        return channel;
    }

    @Override
    public void press() throws IOException {
        for (int i = 0; i < 32; i++) goOn(next++ % count);
    }

    private void goOn(int at) throws IOException {
        SocketChannel client = clients.get(at);
        try {
            sent += client.write(more.clear());
        } catch (IOException e) {
            hangUps++;
            client.close();
            clients.set(at, client());
        }
    }

    /** After the first was hung up on at the least: memory has an end. */
    @Override
    public Figures end(long notice) throws IOException {
        while (hangUps == 0) press();
        return Figures.of("clients", count, "sent-MB", sent >> 20, "hung-up-on", hangUps);
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel client : clients) client.close();
    }
}
