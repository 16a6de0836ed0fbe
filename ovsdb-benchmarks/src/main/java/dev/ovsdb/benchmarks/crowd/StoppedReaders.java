package dev.ovsdb.benchmarks.crowd;

import dev.ovsdb.benchmarks.harness.Figures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Sessions that monitor all and ask for much, and never read a byte, while somebody else changes what they monitor. They come by Unix
 * socket, where nobody probes them.
 */
final class StoppedReaders implements Pressure {
    private static final int TEXTS = 64;
    private static final int TEXT_BYTES = 16 * 1024;
    private static final String SELECT = "{'op':'select','table':'Text','where':[]}";

    private final Place place;
    private final int count;
    private final List<SocketChannel> readers = new ArrayList<>();
    private final Talk writer;
    private final ByteBuffer questions = Words.bytes(questions());
    private long asked; // Bytes.
    private long changes;
    private long lost;
    private int next;

    StoppedReaders(Place place, int count) throws IOException {
        this.place = place;
        this.count = count;
        this.writer = new Talk(place.byUnix());
    }

    private static String questions() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            text.append(Words.transact(i, SELECT)).append(Words.request(i, "echo", "['" + "e".repeat(2_000) + "']"));
        }
        return text.toString();
    }

    private static String text(int number, char filler) {
        return "{'number':" + number + ",'body':'" + String.valueOf(filler).repeat(TEXT_BYTES) + "'}";
    }

    @Override
    public void begin() throws IOException {
        writer.say(Words.transact(0, "{'op':'delete','table':'Text','where':[]}"));
        writer.reply();
        for (int i = 0; i < TEXTS; i++) {
            writer.say(Words.transact(i, "{'op':'insert','table':'Text','row':" + text(i, 'a') + "}"));
            writer.reply();
        }
        for (int i = 0; i < count; i++) readers.add(reader());
    }

    private SocketChannel reader() throws IOException {
        SocketChannel channel = place.byUnix();
        ByteBuffer monitors = Words.bytes(Words.monitor(1, "Text") + Words.monitor(2, "Notice"));
        while (monitors.hasRemaining()) channel.write(monitors);
        channel.configureBlocking(false);
        return channel;
    }

    @Override
    public void press() throws IOException {
        for (int i = 0; i < 16; i++) ask(next++ % count);
        char filler = (char) ('a' + changes % 26);
        int number = (int) (changes++ % TEXTS);
        writer.say(Words.transact(
                changes,
                "{'op':'update','table':'Text','where':[['number','=='," + number + "]],'row':" + text(number, filler)
                        + "}"));
        writer.reply();
    }

    /** As much as the server takes. One that it has hung up on comes again. */
    private void ask(int at) throws IOException {
        SocketChannel reader = readers.get(at);
        try {
            asked += reader.write(questions.clear());
        } catch (IOException e) {
            lost++;
            reader.close();
            readers.set(at, reader());
        }
    }

    @Override
    public Figures end(long notice) {
        return Figures.of("readers", count, "asked-KB", asked / 1024, "changes", changes, "hung-up-on", lost);
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel reader : readers) reader.close();
        writer.say(Words.transact(1, "{'op':'delete','table':'Text','where':[]}"));
        writer.reply();
        writer.close();
    }
}
