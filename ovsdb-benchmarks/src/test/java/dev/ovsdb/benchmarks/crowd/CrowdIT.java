package dev.ovsdb.benchmarks.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A thousand sessions, and hostile ones, on {@code ovsdb server} in a heap of 512 MB: a well-behaved session goes on, in order and
 * without a gap, and memory stays within {@link #BOUNDS}. One server bears all the loads, one after the other.
 */
@Timeout(600) // A load that hangs; nothing here is measured.
class CrowdIT {
    private static final Bounds BOUNDS = new Bounds(512, 192, 480, 900);
    private static final int SESSIONS = 1_000;
    private static final int TRANSACTIONS = 200;

    /** Whoever is probed has to answer within seconds, which a busy machine cannot promise. */
    private static final boolean PROBED = false;

    private static CrowdRun run;

    @BeforeAll
    static void start() throws Exception {
        Descriptors.require(SESSIONS + SESSIONS / 10);
        Path root = Path.of("").toAbsolutePath().getParent();
        List<String> program = List.of(root.resolve("ovsdb").toString(), "server");
        build(program);
        run = new CrowdRun(program, BOUNDS, PROBED, witness -> witness.count(TRANSACTIONS));
    }

    /** What the launcher builds at its first use is not waited for by a clock. */
    private static void build(List<String> program) throws Exception {
        Process version = new ProcessBuilder(program.get(0), program.get(1), "--version")
                .redirectErrorStream(true)
                .start();
        String said = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(version.waitFor()).as(said).isZero();
    }

    @AfterAll
    static void stop() throws Exception {
        if (run != null) run.close();
    }

    @AfterEach
    void theServerIsWell() throws Exception {
        assertThat(run.server().isAlive()).isTrue();
        assertThat(run.server().log()).doesNotContain("OutOfMemory", "OutOfDirectMemory", "Exception", "|ERR|");
    }

    private static Seen under(String load) throws Exception {
        Seen seen = run.under(load, CrowdDriver.size(load, SESSIONS));
        System.out.println(seen.line());
        assertThat(seen.witness().count()).isEqualTo(TRANSACTIONS);
        assertThat(seen.newcomers().count()).isPositive();
        assertThat(seen.memory().live()).as("MB live").isLessThan(BOUNDS.live());
        assertThat(seen.memory().resident()).as("MB resident").isLessThan(BOUNDS.resident());
        return seen;
    }

    private static double did(Seen seen, String what) {
        return seen.did().values().get(what);
    }

    @Test
    void aThousandIdleSessionsStay() throws Exception {
        Seen seen = under("idle");
        assertThat(seen.sessions()).isGreaterThan(SESSIONS);
        assertThat(did(seen, "lost")).isZero();
    }

    @Test
    void aHundredActiveSessionsAmongThemAreServedInOrder() throws Exception {
        Seen seen = under("crowd");
        assertThat(seen.sessions()).isGreaterThan(SESSIONS + SESSIONS / 10);
        assertThat(did(seen, "lost")).isZero();
        assertThat(did(seen, "disorder")).isZero();
        assertThat(did(seen, "fewest")).isPositive();
    }

    @Test
    void readersThatStopReadingHoldNobodyUp() throws Exception {
        Seen seen = under("stopped-readers");
        assertThat(did(seen, "asked-KB")).isPositive();
        assertThat(did(seen, "changes")).isPositive();
    }

    @Test
    void connectionsThatComeAndGoLeaveNothingBehind() throws Exception {
        assertThat(did(under("come-and-go"), "connections")).isPositive();
    }

    @Test
    void messagesThatNeverEndAreGivenUp() throws Exception {
        assertThat(did(under("unfinished"), "hung-up-on")).isPositive();
    }

    @Test
    void aStringOfAGibibyteIsGivenUp() throws Exception {
        Seen seen = under("giant");
        assertThat(did(seen, "hung-up-on")).isPositive();
        assertThat(did(seen, "answered")).isZero();
        assertThat(did(seen, "most-MB")).isLessThan(BOUNDS.heap());
    }

    @Test
    void handshakesThatStallKeepNobodyOut() throws Exception {
        assertThat(did(under("handshakes"), "clients")).isEqualTo(SESSIONS / 10.0);
    }
}
