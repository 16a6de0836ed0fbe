package dev.ovsdb.server.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.server.file.Rig.TestClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where the disk is waited for. */
class SyncerTest {
    private static final Duration QUICK = Duration.ofMillis(1);
    private static final Duration SLOW = Duration.ofMillis(20);

    private final Tasks thread = new Tasks();
    private final Tasks loop = new Tasks();
    private final TestClock clock = new TestClock();
    private final List<String> heard = new ArrayList<>();
    private final Disk disk = new Disk();
    private final Syncer syncer = new Syncer(thread, clock, new Heard());
    private long version;

    /** Takes its time over a sync. */
    private final class Disk implements StoredFile {
        Duration takes = QUICK;
        int syncs;
        boolean fails;

        @Override
        public long size() {
            return 0;
        }

        @Override
        public int read(byte[] into, int offset, int length, long position) {
            return -1;
        }

        @Override
        public void write(byte[] from, int offset, int length, long position) {}

        @Override
        public void truncate(long length) {}

        @Override
        public void sync() throws IOException {
            clock.nanos += takes.toNanos();
            syncs++;
            if (fails) {
                throw new IOException("no such disk");
            }
        }

        @Override
        public void close() {}
    }

    private final class Heard implements Syncer.Listener {
        @Override
        public void synced(long upTo, @Nullable Executor where) {
            heard.add(upTo + (where == null ? " on the thread" : " on the loop"));
        }

        @Override
        public void failed(IOException cause, @Nullable Executor where) {
            heard.add("failed" + (where == null ? " on the thread" : " on the loop"));
        }
    }

    private void request() {
        syncer.request(++version, loop);
    }

    /** What the disk takes is known from then on. */
    private void measure() {
        syncer.resume(new LogAppender(disk, 0));
        request();
        assertThat(loop.isEmpty()).isTrue();
        thread.runOne();
        assertThat(heard).containsExactly("1 on the thread");
        heard.clear();
    }

    @Test
    void aQuickDiskIsWaitedForOnTheLoopOfWhoAsks() {
        measure();
        request();
        assertThat(thread.isEmpty()).isTrue();
        loop.runOne();
        assertThat(heard).containsExactly("2 on the loop");
    }

    @Test
    void whatAsksBeforeTheLoopGetsToItIsServedTogether() {
        measure();
        request();
        request();
        request();
        loop.runOne();
        assertThat(loop.isEmpty()).isTrue();
        assertThat(heard).containsExactly("4 on the loop");
        assertThat(disk.syncs).isEqualTo(2);
    }

    @Test
    void aSlowDiskIsWaitedForOnTheThread() {
        disk.takes = SLOW;
        measure();
        request();
        assertThat(loop.isEmpty()).isTrue();
        thread.runOne();
        assertThat(heard).containsExactly("2 on the thread");
    }

    @Test
    void aDiskThatGetsSlowIsLeftToTheThreadUntilItIsQuickAgain() {
        measure();
        disk.takes = SLOW;
        request();
        loop.runOne();
        disk.takes = Duration.ZERO;
        int onThread = 0;
        request();
        while (loop.isEmpty()) {
            thread.runOne();
            onThread++;
            request();
        }
        assertThat(onThread).isPositive();
        loop.runOne();
        assertThat(heard.get(heard.size() - 1)).endsWith("on the loop");
    }

    @Test
    void whoGivesNoLoopWaitsOnTheThread() {
        measure();
        syncer.request(++version, null);
        thread.runOne();
        assertThat(heard).containsExactly("2 on the thread");
    }

    @Test
    void aLoopThatHasEndedIsNotWaitedFor() {
        measure();
        syncer.request(++version, task -> {
            throw new RejectedExecutionException();
        });
        thread.runOne();
        assertThat(heard).containsExactly("2 on the thread");
    }

    @Test
    void whatTheLoopGetsToAfterTheEndDoesNothing() {
        measure();
        request();
        syncer.stop();
        loop.runOne();
        assertThat(heard).isEmpty();
        assertThat(disk.syncs).isEqualTo(1);
    }

    @Test
    void whatIsHeldWaitsForTheNextFile() {
        measure();
        syncer.hold();
        request();
        assertThat(loop.isEmpty()).isTrue();
        syncer.resume(new LogAppender(disk, 0));
        loop.runOne();
        assertThat(heard).containsExactly("2 on the loop");
    }

    @Test
    void whoHearsOfItMayEndIt() {
        List<String> ended = new ArrayList<>();
        var own = new Syncer[1];
        own[0] = new Syncer(thread, clock, new Syncer.Listener() {
            @Override
            public void synced(long upTo, @Nullable Executor where) {
                own[0].stop();
                ended.add("ended");
            }

            @Override
            public void failed(IOException cause, @Nullable Executor where) {
                throw new AssertionError(cause);
            }
        });
        own[0].resume(new LogAppender(disk, 0));
        own[0].request(1, loop);
        thread.runOne();
        assertThat(ended).containsExactly("ended");
    }

    @Test
    void aSyncThatFailsIsToldWhereItWasWaitedFor() {
        measure();
        disk.fails = true;
        request();
        loop.runOne();
        assertThat(heard).containsExactly("failed on the loop");
    }
}
