package dev.ovsdb.benchmarks.crowd;

import dev.ovsdb.benchmarks.harness.Figures;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;

/** A client that opens and drops connections as fast as it can, over TCP and Unix socket in turn, after this word or that. */
final class ComeAndGo implements Pressure {
    private static final List<String> LAST_WORDS = List.of(
            "",
            "{\"id\":1,\"method\":\"transact\",\"par",
            Words.monitor(1, "Counter") + Words.monitor(2, "Notice"),
            Words.request(1, "lock", "['door']") + Words.request(2, "list_dbs", "[]"));

    private final Place place;
    private long opened;

    ComeAndGo(Place place) {
        this.place = place;
    }

    @Override
    public void begin() throws IOException {
        press();
    }

    @Override
    public void press() throws IOException {
        for (int i = 0; i < 32; i++) {
            try (SocketChannel channel = opened % 2 == 0 ? place.byTcp() : place.byUnix()) {
                channel.write(Words.bytes(LAST_WORDS.get((int) (opened / 2 % LAST_WORDS.size()))));
            }
            opened++;
        }
    }

    @Override
    public Figures end(long notice) {
        return Figures.of("connections", opened);
    }

    @Override
    public void close() {}
}
