package dev.ovsdb.benchmarks.crowd;

import dev.ovsdb.benchmarks.harness.DriverProcess;
import dev.ovsdb.benchmarks.harness.Figures;
import dev.ovsdb.benchmarks.harness.JavaCommand;
import dev.ovsdb.benchmarks.harness.Times;
import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One server, and a witness that stays while one load after the other comes and goes. */
final class CrowdRun implements AutoCloseable {
    private static final int OWN_SESSIONS = 2; // The witness's.
    private static final int NEWCOMERS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CrowdServer server;
    private final Witness witness;
    private final Work work;

    /** What the witness does under each load. */
    interface Work {
        Times with(Witness witness) throws IOException;
    }

    CrowdRun(List<String> program, Bounds bounds, boolean probed, Work work) throws IOException {
        this.work = work;
        server = new CrowdServer(program, bounds, probed);
        witness = new Witness(server.place());
    }

    CrowdServer server() {
        return server;
    }

    /** Without any load. */
    Seen quiet() throws IOException {
        return look("quiet", Figures.of());
    }

    /** Under this load, whose process has ended when this returns, and whose sessions are gone. */
    Seen under(String load, int count) throws Exception {
        List<String> command = JavaCommand.here("512m", CrowdDriver.class, load, Integer.toString(count));
        command.addAll(server.place().words());
        try (DriverProcess driver = new DriverProcess(load, command)) {
            driver.await("ready");
            Seen seen = look(load, Figures.of());
            driver.tell(Long.toString(witness.number()));
            Figures did = driver.awaitFigures();
            driver.awaitEnd();
            server.awaitSessions(OWN_SESSIONS);
            return new Seen(load, seen.sessions(), seen.witness(), seen.newcomers(), seen.memory(), did);
        } catch (IOException | RuntimeException e) {
            throw new IOException("under " + load + "; the server said " + server.log(), e);
        }
    }

    private Seen look(String load, Figures did) throws IOException {
        Times times = work.with(witness);
        witness.follow();
        Times newcomers = newcomers();
        int sessions = server.sessions();
        Memory memory = server.memory();
        return new Seen(load, sessions, times, newcomers, memory, did);
    }

    private Times newcomers() {
        Times times = new Times();
        TlsOptions tls = TlsOptions.builder()
                .privateKey(server.pki().client().privateKey())
                .certificate(server.pki().client().certificate())
                .caCertificate(server.pki().authority())
                .build();
        for (int i = 0; i < NEWCOMERS; i++) {
            long start = System.nanoTime();
            try (BlockingOvsdbClient client = OvsdbClient.builder()
                    .remotes("ssl:127.0.0.1:" + server.place().tls())
                    .tls(tls)
                    .connectTimeout(PATIENCE)
                    .firstConnectTimeout(PATIENCE)
                    .connectBlocking()) {
                if (!client.listDbs().contains("Crowd")) throw new IllegalStateException("no database");
                times.add(System.nanoTime() - start);
            }
        }
        return times;
    }

    @Override
    public void close() throws IOException {
        witness.close();
        server.close();
    }
}
