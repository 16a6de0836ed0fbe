package dev.ovsdb.benchmarks.crowd;

import dev.ovsdb.jsonrpc.framing.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Sessions by the thousand on one thread, which is the caller's. */
final class Members implements AutoCloseable {
    private static final long PATIENCE = 120_000_000_000L;

    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    private final List<Member> all = new ArrayList<>();

    Members() throws IOException {
        selector = Selector.open();
    }

    /** Takes a connected channel in. */
    Member join(SocketChannel channel, Consumer<Message> messages) throws IOException {
        Member member = new Member(channel, messages);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, member);
        all.add(member);
        return member;
    }

    /** Those that the server has hung up on. */
    long ended() {
        return all.stream().filter(Member::hasEnded).count();
    }

    /** Takes what has come. */
    void listen() throws IOException {
        selector.selectNow(this::read);
    }

    /** Takes what has come, or comes within so many milliseconds, of which there must be some. */
    void listen(int millis) throws IOException {
        selector.select(this::read, millis);
    }

    private void read(SelectionKey key) {
        ((Member) key.attachment()).read(buffer);
    }

    /**
     * Listens until it is so.
     *
     * @throws IOException if that takes too long, or the server hung up on one
     */
    void listenUntil(String what, BooleanSupplier so) throws IOException {
        long start = System.nanoTime();
        while (!so.getAsBoolean()) {
            listen(10);
            if (ended() > 0) throw new IOException("the server hung up on " + ended() + " before " + what);
            if (System.nanoTime() - start > PATIENCE) throw new IOException("too long before " + what);
        }
    }

    @Override
    public void close() throws IOException {
        all.forEach(Member::end);
        selector.close();
    }
}
