package dev.ovsdb.jsonrpc.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.testing.LeakCheck;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.jsonrpc.transport.Listener;
import dev.ovsdb.jsonrpc.transport.Transport;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a transport promises, whatever it runs on. */
@ExtendWith(LeakCheck.class)
abstract class TransportContract {
    /** More than any kernel keeps for a reader that does not read. */
    private static final int MUCH = 32 * 1024 * 1024;

    protected NettyTransports transports;
    protected Listener listener;
    protected Peer client;
    protected Peer server;

    abstract NettyTransports create();

    abstract ConnectionMethod.Passive place() throws Exception;

    abstract ConnectionMethod.Active remote(Listener listener);

    abstract TransportInfo.Kind kind();

    /** Whether the kernel tells of the peer's end though nobody reads, so that it can be first. */
    boolean hearsOfAHangUpWhilePaused() {
        return false;
    }

    ListenOptions listenOptions() {
        return ListenOptions.defaults();
    }

    ConnectOptions connectOptions() {
        return ConnectOptions.defaults();
    }

    @BeforeEach
    void connect() throws Exception {
        transports = create();
        BlockingQueue<Transport> accepted = new LinkedBlockingQueue<>();
        listener = transports.listen(place(), listenOptions(), accepted::add).get(20, TimeUnit.SECONDS);
        client = new Peer(transports.connect(remote(listener), connectOptions()).get(20, TimeUnit.SECONDS));
        server = new Peer(accepted.poll(20, TimeUnit.SECONDS));
    }

    @AfterEach
    void close() {
        transports.close();
    }

    private void start() {
        client.started();
        server.started();
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        return noise;
    }

    private static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    @Test
    void bytesGoBothWays() throws InterruptedException {
        start();
        client.send("ping");
        assertThat(server.awaitText("ping")).isEqualTo("ping");
        server.send("pong");
        assertThat(client.awaitText("pong")).isEqualTo("pong");
    }

    @Test
    void bytesArriveInOrderWhateverTheirSizesAndKinds() throws InterruptedException {
        start();
        byte[] all = noise(3_000_000);
        ByteBuffer whole = ByteBuffer.wrap(all);
        client.send(
                whole.slice(0, 10),
                ByteBuffer.allocate(0),
                direct(Arrays.copyOfRange(all, 10, 500_000)),
                whole.slice(500_000, 1),
                direct(Arrays.copyOfRange(all, 500_001, 500_002)),
                whole.slice(500_002, 2_000_000 - 500_002));
        client.send(whole.slice(2_000_000, 1_000_000));
        assertThat(server.awaitBytes(all.length)).isEqualTo(all);
        assertThat(server.readCompletes).isPositive();
    }

    @Test
    void nothingIsReadBeforeTheStart() throws InterruptedException {
        client.started();
        client.send("early");
        assertThat(server.received()).isEmpty();
        server.started();
        assertThat(server.awaitText("early")).isEqualTo("early");
    }

    @Test
    void aPausedReaderHoldsTheWriterBackUntilItResumes() throws InterruptedException {
        start();
        server.run(server.transport::pauseReading);
        byte[] much = noise(MUCH);
        client.send(ByteBuffer.wrap(much));
        assertThat(client.queuedBytes()).isPositive();
        server.run(server.transport::resumeReading);
        assertThat(server.awaitBytes(MUCH)).isEqualTo(much);
        client.awaitWritable();
        assertThat(client.queuedBytes()).isZero();
    }

    @Test
    void afterAPauseInTheMiddleOfReadingNothingMoreIsDelivered() throws InterruptedException {
        client.started();
        server.onBytes(bytes -> server.transport.pauseReading()).started();
        client.send(ByteBuffer.wrap(noise(MUCH)));
        int first = server.awaitBytes(1).length;
        server.run(() -> {}); // Whatever was read in that turn would have been delivered by now.
        server.run(() -> {});
        assertThat(server.received()).hasSize(first);
        server.onBytes(bytes -> {}).run(server.transport::resumeReading);
        server.awaitBytes(MUCH);
    }

    @Test
    void afterTheEndPausingDoesNothing() {
        start();
        client.run(client.transport::close);
        server.awaitClosed();
        server.run(server.transport::pauseReading);
        server.run(server.transport::resumeReading);
        assertThat(server.closedCalls).hasValue(1);
    }

    @Test
    void closingFlushesWhatIsQueued() throws InterruptedException {
        start();
        byte[] much = noise(MUCH);
        client.run(() -> {
            client.transport.send(List.of(ByteBuffer.wrap(much)));
            client.transport.close();
        });
        assertThat(server.awaitBytes(MUCH)).isEqualTo(much);
        assertThat(server.awaitClosed()).isEmpty();
        assertThat(client.awaitClosed()).isEmpty();
    }

    @Test
    void anAbortDropsWhatIsQueuedAndTellsTheCause() {
        start();
        IOException cause = new IOException("enough");
        server.run(server.transport::pauseReading);
        client.send(ByteBuffer.wrap(noise(MUCH)));
        client.run(() -> client.transport.abort(cause));
        assertThat(client.awaitClosed()).containsSame(cause);
        assertThat(client.queuedBytes()).isZero();
        server.run(server.transport::resumeReading);
        server.awaitClosed();
        assertThat(server.received()).hasSizeLessThan(MUCH);
    }

    @Test
    void theEndIsToldOnce() {
        start();
        client.run(client.transport::close);
        assertThat(client.awaitClosed()).isEmpty();
        assertThat(server.awaitClosed()).isEmpty();
        client.run(client.transport::close);
        client.run(() -> client.transport.abort(new IOException("late")));
        server.run(() -> server.transport.abort(new IOException("late")));
        server.run(() -> server.transport.send(List.of(ByteBuffer.allocate(9))));
        client.run(() -> {});
        server.run(() -> {});
        assertThat(client.closedCalls).hasValue(1);
        assertThat(server.closedCalls).hasValue(1);
    }

    @Test
    void bytesThatCameBeforeThePeersEndAreDeliveredBeforeIt() throws InterruptedException {
        client.started();
        client.run(() -> {
            client.transport.send(List.of(ByteBuffer.wrap("last words".getBytes())));
            client.transport.close();
        });
        client.awaitClosed();
        server.started();
        assertThat(server.awaitClosed()).isEmpty();
        assertThat(server.received()).asString().isEqualTo("last words");
    }

    @Test
    void anEndBeforeTheStartIsToldAfterIt() {
        client.run(() -> client.transport.abort(new IOException("before")));
        client.started();
        assertThat(client.awaitClosed()).get().hasToString("java.io.IOException: before");
    }

    @Test
    void aListenerThatThrowsEndsTheTransport() {
        client.started();
        server.onBytes(bytes -> {
            throw new IllegalStateException("cannot read this");
        });
        server.started();
        client.send("x");
        assertThat(server.awaitClosed()).get().isInstanceOf(IllegalStateException.class);
        client.awaitClosed();
    }

    @Test
    void startsOnce() {
        start();
        assertThatThrownBy(() -> client.started()).hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void knowsBothEnds() {
        assertThat(client.transport.info().kind()).isEqualTo(kind());
        assertThat(server.transport.info().kind()).isEqualTo(kind());
        assertThat(client.transport.info().remoteName())
                .isEqualTo(remote(listener).toString());
        assertThat(client.transport.info().remoteAddress()).isPresent();
        assertThat(client.transport.info().tlsInfo().isPresent()).isEqualTo(kind() == TransportInfo.Kind.SSL);
    }

    /** The reader is paused, so only a write can find out. */
    @Test
    void aWriteThatFailsIsTheCauseOfTheEnd() {
        start();
        client.run(client.transport::pauseReading);
        server.run(() -> server.transport.abort(new IOException("gone")));
        while (!client.closed.isDone()) client.send("is anybody there?");
        Optional<Throwable> cause = client.awaitClosed();
        if (!hearsOfAHangUpWhilePaused()) assertThat(cause).isPresent();
        assertThat(cause.orElseGet(IOException::new)).isInstanceOf(IOException.class);
    }

    @Test
    void closingTheFactoryEndsEverything() {
        start();
        transports.close();
        // One of the two may see the other's end before its own.
        assertThat(Stream.of(client.awaitClosed(), server.awaitClosed()).flatMap(Optional::stream))
                .extracting(Throwable::getMessage)
                .contains("the transports were closed");
        assertThatThrownBy(() ->
                        transports.connect(remote(listener), connectOptions()).join())
                .isInstanceOf(RuntimeException.class);
    }
}
