package dev.ovsdb.idl;

import static dev.ovsdb.idl.Scene.contents;
import static dev.ovsdb.idl.Scene.delete;
import static dev.ovsdb.idl.Scene.initial;
import static dev.ovsdb.idl.Scene.insert;
import static dev.ovsdb.idl.Scene.rename;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.idl.change.Changes;
import dev.ovsdb.idl.change.Registration;
import dev.ovsdb.idl.change.Tracker;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.idl.metrics.IdlListener;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import dev.ovsdb.protocol.Datum;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The other ways to hear of changes: futures, waiting, looking from time to time, publishers, metrics. */
class WaitTest {
    private final Scene scene = new Scene();
    private final ScriptedPeer server = scene.server();

    @AfterEach
    void nothingIsLeft() {
        scene.close();
    }

    private LiveIdl live(String... rows) {
        server.on("monitor_cond_since").reply(contents(rows));
        return scene.idl();
    }

    @Nested
    class Futures {
        @Test
        void completeAtOnceWithWhatIsThere() {
            LiveIdl idl = live(initial(1, "a"));

            assertThat(idl.when(replica -> replica.table("T").size() == 1)).isCompleted();
            assertThat(idl.whenRow("T", Scene.row(1))).isCompleted();
            assertThat(idl.whenRow("T", row -> row.get("name").equals(Datum.of("a"))))
                    .isCompletedWithValueMatching(row -> row.uuid().equals(Scene.row(1)));
            assertThat(idl.whenColumn("T", Scene.row(1), "name", Datum.of("a"))).isCompleted();
            assertThat(idl.store().pinned()).isZero();
        }

        @Test
        void completeWithTheVersionThatMeetsThem() {
            server.on("monitor_cond_since").reply(contents(initial(1, "a")));
            LiveIdl idl = (LiveIdl) Idl.of(Scene.ALL).connect(scene.session());
            CompletableFuture<Void> two = idl.when(replica -> replica.table("T").size() == 2);
            CompletableFuture<IdlRow> first = idl.whenRow("T", Scene.row(1));
            CompletableFuture<IdlRow> second =
                    idl.whenRow("T", row -> row.get("name").equals(Datum.of("b")));
            CompletableFuture<IdlRow> renamed = idl.whenColumn("T", Scene.row(1), "name", Datum.of("c"));
            scene.loop.run();
            assertThat(first).isCompleted();
            assertThat(two).isNotDone();

            scene.update(server, "T", insert(2, "b"));
            assertThat(two).isCompleted();
            assertThat(second).isCompletedWithValueMatching(row -> row.uuid().equals(Scene.row(2)));
            assertThat(renamed).isNotDone();

            scene.update(server, "T", rename(1, "c"));
            assertThat(renamed).isCompleted();
            assertThat(renamed.join().in(idl)).isPresent();
            idl.close();
        }

        @Test
        void failWithWhatTheConditionThrowsAndWithTheEnd() {
            LiveIdl idl = live();
            CompletableFuture<Void> broken = idl.when(replica -> {
                throw new IllegalStateException("on purpose");
            });
            CompletableFuture<IdlRow> never = idl.whenRow("T", Scene.row(9));
            idl.close();

            assertThat(Scene.failure(broken)).hasMessage("on purpose");
            assertThat(Scene.failure(never)).isInstanceOf(CancellationException.class);
            assertThat(Scene.failure(idl.whenRow("T", Scene.row(9)))).isInstanceOf(CancellationException.class);
        }

        @Test
        void ofTablesThatAreNotHeldAreRefused() {
            server.on("monitor_cond_since").reply(contents());
            LiveIdl idl = scene.idl(Idl.of(Interest.of("db").table("T").build()));

            assertThatThrownBy(() -> idl.whenRow("X", Scene.row(1))).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Nested
    class Await {
        @Test
        void takesInWhatArrivesWhereTheApplicationHasThePace() {
            server.on("monitor_cond_since").reply(contents(initial(1, "a")));
            LiveIdl idl = scene.idl(Idl.of(Scene.ALL).manual());
            scene.update(server, "T", insert(2, "b"));

            assertThat(idl.await(replica -> replica.table("T").size() == 2, Duration.ofMinutes(1)))
                    .isTrue();
            assertThat(idl.await(replica -> replica.table("T").size() == 3, Duration.ZERO))
                    .isFalse();
        }

        @Test
        void returnsAtOnceWhatIsSoAndGivesUpInTime() {
            LiveIdl idl = live(initial(1, "a"));

            assertThat(idl.await(replica -> true, Duration.ZERO)).isTrue();
            assertThat(idl.await(replica -> false, Duration.ZERO)).isFalse();
            idl.close();
            assertThatThrownBy(() -> idl.await(replica -> false, Duration.ofMinutes(1)))
                    .isInstanceOf(CancellationException.class);
        }

        @Test
        void isRefusedOnTheEventLoop() {
            LiveIdl idl = live();
            List<Throwable> failures = new ArrayList<>();
            scene.loop.run(() -> {
                try {
                    idl.await(replica -> true, Duration.ZERO);
                } catch (IllegalStateException e) {
                    failures.add(e);
                }
            });

            assertThat(failures).hasSize(1);
        }

        @Test
        void endsWithAnInterrupt() {
            LiveIdl idl = live();
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> idl.await(replica -> false, Duration.ofMinutes(1)))
                    .isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Nested
    class Tracking {
        @Test
        void tellsNetChangesSinceTheLastLook() {
            LiveIdl idl = live(initial(1, "a"), initial(2, "b"));
            Tracker tracker = idl.track();
            assertThat(tracker.look().map(Scene::line))
                    .contains("INITIAL [INSERTED T {name=\"a\", n=0}, INSERTED T {name=\"b\", n=0}]");
            assertThat(tracker.look()).isEmpty();
            scene.update(server, "T", rename(1, "a1"), insert(3, "c"));
            scene.update(server, "T", rename(1, "a2"), delete(2), delete(3));

            Changes changes = tracker.look().orElseThrow();

            assertThat(Scene.line(changes))
                    .isEqualTo("UPDATE [DELETED T {name=\"b\", n=0} {name=\"b\", n=0},"
                            + " MODIFIED T {name=\"a\", n=0} {name=\"a2\", n=0} [name]]");
            assertThat(Scene.names(changes.before())).containsExactly("a", "b");
            assertThat(Scene.names(changes.after())).containsExactly("a2");
            tracker.close();
            assertThat(idl.store().pinned()).isZero();
            assertThat(tracker.look()).isEmpty();
        }

        @Test
        void ofSomeTablesTellsOfThem() {
            LiveIdl idl = live(initial(1, "a"));
            try (Tracker tracker = idl.track("U")) {
                tracker.look();
                scene.update(server, "T", rename(1, "b"));
                assertThat(tracker.look()).isEmpty();
                scene.update(server, "U", "'" + Scene.row(8) + "':{'insert':{'x':1}}");
                assertThat(tracker.look()).isPresent();
            }
        }
    }

    @Nested
    class Publishing {
        private final List<String> told = new ArrayList<>();

        private final class Reader implements Flow.Subscriber<Changes> {
            Flow.@Nullable Subscription subscription;

            @Override
            public void onSubscribe(Flow.Subscription given) {
                subscription = given;
            }

            Flow.Subscription subscription() {
                if (subscription == null) {
                    throw new AssertionError("not subscribed");
                }
                return subscription;
            }

            @Override
            public void onNext(Changes changes) {
                told.add(Scene.line(changes));
                if (changes.rows().toString().contains("poison")) {
                    throw new IllegalStateException("on purpose");
                }
            }

            @Override
            public void onError(Throwable failure) {
                told.add(failure.getClass().getSimpleName());
            }

            @Override
            public void onComplete() {
                told.add("complete");
            }
        }

        private Reader subscribed(LiveIdl idl) {
            Reader reader = new Reader();
            idl.changes(scene.later).subscribe(reader);
            scene.loop.run();
            return reader;
        }

        @Test
        void tellsAsMuchAsIsAskedFor() {
            LiveIdl idl = live(initial(1, "a"));
            Reader reader = subscribed(idl);
            scene.update(server, "T", rename(1, "b"));
            scene.update(server, "T", rename(1, "c"));
            assertThat(told).isEmpty();

            reader.subscription().request(2);
            scene.loop.run();
            assertThat(told).hasSize(2).first().asString().startsWith("INITIAL");

            idl.close();
            scene.loop.run();
            assertThat(told).hasSize(2);
            reader.subscription().request(5);
            scene.loop.run();
            assertThat(told).hasSize(4).last().isEqualTo("complete");
        }

        @Test
        void mergesWhatNobodyAsksFor() {
            server.on("monitor_cond_since").reply(contents(initial(1, "a")));
            LiveIdl idl = scene.idl(Idl.of(Scene.ALL).listenerQueue(2));
            Reader reader = subscribed(idl);
            for (int i = 2; i < 10; i++) {
                scene.update(server, "T", insert(i, "x"));
            }
            reader.subscription().request(10);
            scene.loop.run();

            assertThat(told).hasSize(2);
            assertThat(told.get(1).split("INSERTED")).hasSize(9);
        }

        @Test
        void isCancelledByItsSubscriberAndByWhatThatThrows() {
            LiveIdl idl = live();
            Reader one = subscribed(idl);
            Reader two = subscribed(idl);
            one.subscription().request(9);
            two.subscription().request(9);
            two.subscription().cancel();
            scene.loop.run();
            scene.update(server, "T", insert(1, "poison"));
            scene.update(server, "T", insert(2, "b"));

            assertThat(told).containsExactly("INITIAL []", "UPDATE [INSERTED T {name=\"poison\", n=0}]");
            assertThat(idl.store().pinned()).isZero();
        }

        @Test
        void isOverForWhoAsksForNothing() {
            LiveIdl idl = live(initial(1, "a"));
            subscribed(idl).subscription().request(0);
            scene.loop.run();

            assertThat(told).containsExactly("IllegalArgumentException");
            assertThat(idl.store().pinned()).isZero();
        }
    }

    @Test
    void operatorsHearOfVersionsStatesAndSlowListeners() {
        List<String> heard = new ArrayList<>();
        IdlListener metrics = new IdlListener() {
            @Override
            public void published(String database, Changes.Kind kind, int rowChanges, long rows, long lagNanos) {
                heard.add(kind + " " + rowChanges + " " + rows + " " + lagNanos);
                throw new IllegalStateException("on purpose");
            }

            @Override
            public void stateChanged(String database, IdlState state) {
                heard.add(database + " " + state.phase());
            }

            @Override
            public void changesMerged(String database) {
                heard.add("merged");
            }
        };
        server.on("monitor_cond_since").reply(contents(initial(1, "a"), initial(2, "b")));
        LiveIdl idl =
                scene.idl(Idl.of(Scene.ALL).metrics(metrics).listenerQueue(1).manual());
        scene.loop.advance(Duration.ofNanos(5));
        idl.run();
        Registration slow = idl.listen(task -> {}, changes -> {});
        scene.update(server, "T", insert(3, "c"));
        idl.run();
        slow.close();
        idl.close();

        assertThat(heard)
                .containsExactly("db SYNCING", "db LIVE", "INITIAL 0 2 5", "UPDATE 1 3 0", "merged", "db STOPPED");
    }
}
