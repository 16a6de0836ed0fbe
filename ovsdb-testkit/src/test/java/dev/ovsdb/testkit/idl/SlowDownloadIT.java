package dev.ovsdb.testkit.idl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.IdlState.Phase;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.testkit.WorkFolder;
import dev.ovsdb.testkit.fault.Direction;
import dev.ovsdb.testkit.fault.Ending;
import dev.ovsdb.testkit.fault.Fault;
import dev.ovsdb.testkit.fault.FaultProxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The first download of a large database, over a way that is slow and over one that stalls. {@code -Didl.download.rows=500000} makes it
 * larger; it takes as long, but for filling the server.
 */
class SlowDownloadIT {
    private static final int ROWS = Integer.getInteger("idl.download.rows", 100_000);
    private static final int FIRST = 1_000_000; // So that all rows are of one length.
    private static final int BYTES_OF_A_ROW = 92; // In a reply.
    private static final int HEAP_OF_A_ROW = 450; // Of a replica while it downloads.
    private static final int HEAP_BESIDES = 16 << 20;
    private static final Duration TIMEOUT = Duration.ofMillis(1_200);
    private static final int TIMES = 5;
    private static final Duration PAUSE = Duration.ofMillis(10); // Before each piece.
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final DatabaseSchema SCHEMA = DatabaseSchema.parse("""
            {"name": "Large", "version": "1.0.0", "tables": {
              "Item": {"isRoot": true, "columns": {
                "name": {"type": "string"},
                "number": {"type": "integer"}}}}}
            """);

    private static final WorkFolder FOLDER = WorkFolder.create();
    private static DatabaseHandler handler;
    private static OvsdbServer server;

    @BeforeAll
    static void fill() {
        handler = DatabaseHandler.builder().database(SCHEMA).build();
        server = OvsdbServer.builder().handler(handler).listen("p" + remote()).startBlocking();
        try (BlockingOvsdbClient client =
                OvsdbClient.builder().remotes(remote()).connectBlocking()) {
            int step = 10_000;
            for (int from = 0; from < ROWS; from += step) {
                client.transactRaw(inserts(from, Math.min(from + step, ROWS)));
            }
        }
    }

    private static JsonBytes inserts(int from, int to) {
        String rows = IntStream.range(FIRST + from, FIRST + to)
                .mapToObj(number -> ",{\"op\":\"insert\",\"table\":\"Item\",\"row\":{\"name\":\"item " + number
                        + "\",\"number\":" + number + "}}")
                .collect(Collectors.joining("", "[\"Large\"", "]"));
        return JsonBytes.of(rows.getBytes(StandardCharsets.UTF_8));
    }

    @AfterAll
    static void end() {
        server.close();
        handler.close();
        FOLDER.close();
    }

    private static String remote() {
        return "unix:" + FOLDER.file("sock");
    }

    /** Bytes at such a rate that all take the time-out several times over. */
    private static Fault slow() {
        long pieces = TIMES * TIMEOUT.toMillis() / PAUSE.toMillis();
        return Fault.none()
                .pieces((int) (ROWS * (long) BYTES_OF_A_ROW / pieces))
                .delay(PAUSE);
    }

    @Test
    void isSlowAndCompletesInLittleMoreMemoryThanTheReplica() throws Exception {
        long heap = HEAP_BESIDES + (long) ROWS * HEAP_OF_A_ROW;
        try (FaultProxy proxy = FaultProxy.before(remote())) {
            proxy.faults(Direction.TO_CLIENT, slow());
            List<String> printed = download(proxy.remote(), heap);

            assertThat(printed).contains("states [SYNCING, LIVE]", "rows " + ROWS);
            assertThat(proxy.counters().accepted()).as("connections").isOne();
            // A piece is held back for a pause: so long it took at least.
            long pieces = proxy.counters().passedToClient() / slow().maxPiece();
            assertThat(PAUSE.multipliedBy(pieces)).isGreaterThanOrEqualTo(TIMEOUT.multipliedBy(TIMES));
            long held = printed.stream()
                    .filter(line -> line.startsWith("held "))
                    .mapToLong(line -> Long.parseLong(line.substring(5)))
                    .sum();
            System.out.printf("%d rows: %d MB of heap sufficed, %d MB held%n", ROWS, heap >> 20, held >> 20);
            assertThat(heap).as("what sufficed, beside %d bytes held", held).isLessThan(held * 3 / 2);
        }
    }

    private static List<String> download(String remote, long heap) throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:MaxDirectMemorySize=" + HEAP_BESIDES,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DownloadProgram.class.getName(),
                        remote,
                        "Large",
                        Long.toString(TIMEOUT.toMillis()))
                .redirectErrorStream(true)
                .start();
        try {
            List<String> printed = program.inputReader().lines().toList();
            assertThat(program.waitFor()).as("%s", printed).isZero();
            return printed;
        } finally {
            program.destroyForcibly();
        }
    }

    /** In which way nothing comes any more. */
    enum Standstill {
        /** The rest is not carried for a while. */
        STALLED {
            @Override
            Fault fault(long behind) {
                return Fault.none().stall(behind);
            }

            @Override
            void end(FaultProxy proxy) {
                proxy.heal();
            }
        },
        /** The rest is lost, and the connection with it. */
        SWALLOWED {
            @Override
            Fault fault(long behind) {
                return Fault.none().blackHole(behind);
            }

            @Override
            void end(FaultProxy proxy) {
                proxy.heal();
                proxy.cut(Ending.RESET);
            }
        };

        abstract Fault fault(long behind);

        abstract void end(FaultProxy proxy);
    }

    @ParameterizedTest
    @EnumSource
    void thatStallsIsGivenUpAndMadeAnewWhenTheWayIsFree(Standstill standstill) throws Exception {
        DownloadProgram.States states = new DownloadProgram.States();
        try (FaultProxy proxy = FaultProxy.before(remote())) {
            long half = (long) ROWS * BYTES_OF_A_ROW / 2;
            proxy.faults(Direction.TO_CLIENT, standstill.fault(half));
            try (Idl idl = Idl.of(Interest.everything("Large"))
                    .metrics(states)
                    .connect(DownloadProgram.impatient(proxy.remote(), TIMEOUT))) {
                await().atMost(PATIENCE).until(() -> idl.state().cause().isPresent());

                assertThat(proxy.counters().passedToClient()).isEqualTo(half);
                assertThat(idl.state().phase()).isEqualTo(Phase.SYNCING);
                assertThat(idl.state().cause()).get().isInstanceOf(RequestTimeoutException.class);
                assertThat(idl.table("Item").size()).as("rows of half a reply").isZero();

                standstill.end(proxy);
                idl.live().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                assertThat(idl.table("Item").size()).isEqualTo(ROWS);
                assertThat(states.seen()).containsExactly("SYNCING", "SYNCING RequestTimeoutException", "LIVE");
            }
        }
    }
}
