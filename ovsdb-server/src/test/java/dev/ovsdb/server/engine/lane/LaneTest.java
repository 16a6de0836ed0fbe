package dev.ovsdb.server.engine.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.testing.ManualEventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LaneTest {
    private final ManualEventLoop home = new ManualEventLoop();
    private final ManualEventLoop first = new ManualEventLoop();
    private final ManualEventLoop second = new ManualEventLoop();
    private final List<String> log = new ArrayList<>();
    private final Lane lane = new Lane(home, home.clock(), () -> {
        log.add("|");
        return () -> log.add("rest");
    });

    /** Messages with names that are noted as they are executed. */
    private final class Messages implements Batch {
        private final Executor loop;
        private final List<Runnable> messages = new ArrayList<>();
        private int next;

        Messages(Executor loop, String... names) {
            this.loop = loop;
            for (String name : names) {
                messages.add(() -> log.add(name));
            }
        }

        Messages then(Runnable message) {
            messages.add(message);
            return this;
        }

        @Override
        public Executor loop() {
            return loop;
        }

        @Override
        public Step step() {
            messages.get(next++).run();
            return next < messages.size() ? Step.MORE : Step.DONE;
        }
    }

    @Test
    void tellsOnWhichLoopItWorks() {
        List<Executor> hosts = new ArrayList<>();
        var then = new Messages(second).then(() -> hosts.add(lane.host()));
        lane.put(new Messages(first).then(() -> hosts.add(lane.host())).then(() -> lane.put(then)));
        lane.putLater(new Messages(second).then(() -> hosts.add(lane.host())));
        second.run();

        assertThat(hosts).containsExactly(first, first, second);
    }

    @Test
    void anIdleLaneIsTakenByWhoPutsABatch() {
        lane.put(new Messages(first, "a", "b"));

        assertThat(log).containsExactly("a", "b", "|", "rest");
    }

    @Test
    void theRestOfATurnIsDoneWithoutTheLane() {
        List<Boolean> held = new ArrayList<>();
        var observed = new Lane[1];
        observed[0] = new Lane(home, home.clock(), () -> {
            held.add(observed[0].isHeld());
            return () -> held.add(observed[0].isHeld());
        });

        observed[0].put(new Messages(first, "a"));

        assertThat(held).containsExactly(true, false);
    }

    @Test
    void whatIsPutDuringATurnComesBehindWhatIsQueued() {
        lane.put(new Messages(first, "a")
                .then(() -> lane.put(new Messages(second, "c")))
                .then(() -> log.add("b")));

        assertThat(log).containsExactly("a", "b", "c", "|", "rest");
    }

    @Test
    void workFromElsewhereWaitsForItsLoop() {
        lane.execute(() -> log.add("answer"));
        lane.put(new Messages(first, "a"));
        assertThat(log).isEmpty();

        home.run();

        assertThat(log).containsExactly("answer", "a", "|", "rest");
    }

    @Test
    void aFaultyMessageDoesNotStopTheOthers() {
        lane.put(new Messages(first).then(() -> {
            throw new IllegalStateException("a fault on purpose");
        }));
        lane.put(new Messages(first, "b"));

        assertThat(log).containsExactly("|", "rest", "b", "|", "rest");
    }

    @Test
    void aLoopThatHasEndedHandsItsBatchToTheHomeLoop() {
        lane.putLater(new Messages(
                task -> {
                    throw new RejectedExecutionException();
                },
                "a"));

        home.run();

        assertThat(log).containsExactly("a", "|", "rest");
    }

    @Nested
    class WhenTheBudgetIsSpent {
        @Test
        void theLanePassesToTheLoopOfTheHead() {
            lane.put(new Messages(first, "a").then(() -> {
                for (int i = 0; i < 6; i++) {
                    lane.put(new Messages(first, "a" + i));
                }
                lane.put(new Messages(second, "b"));
                home.clock().advance(Duration.ofMillis(2));
            }));
            assertThat(log).doesNotContain("b").endsWith("a5", "|", "rest");

            first.run();
            assertThat(log).doesNotContain("b");
            second.run();
            assertThat(log).endsWith("|", "rest", "b", "|", "rest");
        }

        @Test
        void aLongBatchGoesOnWhereItStopped() {
            var batch = new Messages(first);
            for (int i = 0; i < 300; i++) {
                String name = "m" + i;
                batch.then(() -> log.add(name));
            }
            lane.put(batch);
            assertThat(log).hasSize(258).endsWith("m255", "|", "rest");

            first.run();

            assertThat(log).hasSize(304).endsWith("m299", "|", "rest");
        }
    }

    @Nested
    class WhenABatchIsParked {
        private boolean ready;

        private final Batch parked = new Batch() {
            @Override
            public Executor loop() {
                return first;
            }

            @Override
            public Step step() {
                if (!ready) {
                    return Step.PARKED;
                }
                log.add("parked");
                return Step.DONE;
            }
        };

        @Test
        void othersGoOnAndItComesWhenItIsPutAgain() {
            lane.put(parked);
            lane.put(new Messages(second, "b"));
            ready = true;
            lane.put(parked);

            assertThat(log).containsExactly("|", "rest", "b", "|", "rest", "parked", "|", "rest");
        }
    }
}
