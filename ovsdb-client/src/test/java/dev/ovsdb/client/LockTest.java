package dev.ovsdb.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.client.lock.Lock;
import dev.ovsdb.client.lock.LockListener;
import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Locks (E39). */
class LockTest {
    private final Scene scene = new Scene();
    private final ScriptedPeer peer = scene.server();
    private final OvsdbClient client = scene.start();
    private final LockListener log = new LockListener() {
        @Override
        public void onAcquired(Lock lock) {
            scene.events.add("acquired " + lock.name());
        }

        @Override
        public void onLost(Lock lock, LossReason reason) {
            scene.events.add("lost " + lock.name() + " " + reason);
        }
    };

    LockTest() {
        scene.events.clear();
    }

    @AfterEach
    void nothingIsLeft() {
        scene.close();
    }

    @Test
    void aFreeLockIsOwnedWithTheReply() {
        peer.on("lock").reply("{'locked':true}");

        Lock lock = scene.get(client.lock("leader", log));

        assertThat(lock.owned()).isTrue();
        assertThat(scene.get(lock.acquired())).isSameAs(lock);
        assertThat(scene.events).containsExactly("acquired leader");
    }

    @Test
    void anErrorFailsTheFutureAndLeavesNothing() {
        peer.on("lock").replyError("{'error':'syntax error'}");
        peer.on("lock").reply("{'locked':true}");

        assertThat(scene.failure(client.lock("leader", log))).isInstanceOf(RemoteErrorException.class);
        assertThat(scene.get(client.lock("leader")).owned()).isTrue();
    }

    @Test
    void badNamesAndSecondRequestsAreRefusedAtOnce() {
        peer.on("lock").reply("{'locked':true}");
        client.lock("leader");

        assertThatThrownBy(() -> client.lock("not an id")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> client.steal("leader")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aServerThatDoesNotAnswerIsAskedToForget() {
        peer.on("lock").stayQuiet();
        CompletableFuture<Lock> lock = client.lock("leader");

        scene.loop.advance(Duration.ofSeconds(31));

        assertThat(scene.failure(lock)).isInstanceOf(RequestTimeoutException.class);
        assertThat(Scene.methods(peer)).containsExactly("lock", "unlock");
    }

    @Nested
    class WhenAnotherSessionOwnsTheLock {
        @Test
        void ownershipArrivesLaterAsANotification() {
            peer.on("lock").reply("{'locked':false}");
            Lock lock = scene.get(client.lock("leader", log));
            assertThat(lock.owned()).isFalse();

            peer.notify("locked", "['leader']");

            assertThat(scene.get(lock.acquired()).owned()).isTrue();
        }

        @Test
        void aNotificationRightBehindTheReplyIsNotLost() {
            peer.on("lock").reply("{'locked':false}").thenNotify("locked", "['leader']");

            assertThat(scene.get(client.lock("leader", log)).owned()).isTrue();
            assertThat(scene.events).containsExactly("acquired leader");
        }

        @Test
        void anUnlockStopsTheWaiting() {
            peer.on("lock").reply("{'locked':false}");
            peer.on("unlock").reply("{}");
            Lock lock = scene.get(client.lock("leader", log));
            CompletableFuture<Lock> acquired = lock.acquired();

            scene.get(lock.unlock());
            peer.notify("locked", "['leader']");
            scene.loop.run();

            assertThat(scene.failure(acquired)).isInstanceOf(CancellationException.class);
            assertThat(lock.owned()).isFalse();
            assertThat(scene.events).isEmpty();
        }
    }

    @Test
    void aNotificationOfTheLockThatWasGivenBackIsNotOneOfTheNext() {
        peer.on("lock").reply("{'locked':false}");
        peer.on("lock").stayQuiet();
        peer.on("unlock").stayQuiet();
        scene.get(client.lock("leader")).unlock();
        CompletableFuture<Lock> next = client.lock("leader", log);
        scene.loop.run();

        peer.notify("locked", "['leader']"); // Sent before the server read the unlock.
        peer.send("{'id':" + peer.received("lock").get(1).id() + ",'result':{'locked':false},'error':null}");
        scene.loop.run();
        assertThat(scene.get(next).owned()).isFalse();
        assertThat(scene.events).isEmpty();

        peer.notify("locked", "['leader']");
        scene.loop.run();
        assertThat(scene.get(next).owned()).isTrue();
    }

    @Test
    void cancellingTheFutureGivesTheLockBack() {
        peer.on("lock").stayQuiet();
        CompletableFuture<Lock> lock = client.lock("leader", log);
        scene.loop.run();

        lock.cancel(false);
        scene.loop.run();

        assertThat(Scene.methods(peer)).containsExactly("lock", "unlock");
    }

    @Nested
    class WhenItIsStolen {
        @Test
        void aLockIsStillWaitedFor() {
            peer.on("lock").reply("{'locked':true}");
            Lock lock = scene.get(client.lock("leader", log));

            peer.notify("stolen", "['leader']");
            scene.loop.run();
            assertThat(lock.owned()).isFalse();
            peer.notify("locked", "['leader']");
            scene.loop.run();

            assertThat(lock.owned()).isTrue();
            assertThat(scene.events).containsExactly("acquired leader", "lost leader STOLEN", "acquired leader");
        }

        @Test
        void aStolenLockThatIsStolenIsGone() {
            peer.on("steal").reply("{'locked':true}");
            Lock lock = scene.get(client.steal("leader", log));

            peer.notify("stolen", "['leader']");
            peer.notify("locked", "['leader']");
            scene.loop.run();

            assertThat(lock.owned()).isFalse();
        }
    }

    @Nested
    class WhenTheConnectionIsLost {
        @Test
        void theLockFallsAndIsAskedForAgain() {
            peer.on("steal").reply("{'locked':true}");
            Lock lock = scene.get(client.steal("leader", log));
            ScriptedPeer next = scene.server();
            next.on("lock").reply("{'locked':false}").thenNotify("locked", "['leader']");

            peer.reset();
            scene.loop.run();
            assertThat(lock.owned()).isFalse();
            scene.loop.advance(Duration.ofSeconds(2));

            assertThat(lock.owned()).isTrue();
            assertThat(Scene.methods(next)).containsExactly("lock");
            assertThat(scene.events).contains("lost leader DISCONNECTED");
        }

        @Test
        void anUnlockMeanwhileMeansThatItIsNotAskedForAgain() {
            peer.on("lock").reply("{'locked':true}");
            Lock lock = scene.get(client.lock("leader", log));
            ScriptedPeer next = scene.server();
            peer.reset();
            scene.loop.run();

            assertThat(scene.get(lock.unlock())).isNull();
            scene.loop.advance(Duration.ofSeconds(2));

            assertThat(Scene.methods(next)).isEmpty();
            assertThat(client.state()).isEqualTo(SessionState.LIVE);
        }

        @Test
        void aLockAskedForMeanwhileIsAskedForOnce() {
            peer.reset();
            scene.loop.run();
            ScriptedPeer next = scene.server();
            next.on("lock").reply("{'locked':true}");

            CompletableFuture<Lock> lock = client.lock("leader", log);
            scene.loop.advance(Duration.ofSeconds(2));

            assertThat(scene.get(lock).owned()).isTrue();
            assertThat(Scene.methods(next)).containsExactly("lock");
        }

        @Test
        void anUnlockWhileItIsAskedForAgainIsTheLastWord() {
            peer.on("lock").reply("{'locked':true}");
            Lock lock = scene.get(client.lock("leader", log));
            ScriptedPeer next = scene.server();
            next.on("lock").stayQuiet();
            peer.reset();
            scene.loop.advance(Duration.ofSeconds(2));
            scene.events.clear();

            lock.unlock();
            next.send("{'id':" + next.received("lock").get(0).id() + ",'error':'no'}");
            scene.loop.run();

            assertThat(scene.events).isEmpty();
            assertThat(scene.failure(lock.acquired())).isInstanceOf(CancellationException.class);
        }

        @Test
        void aLockWithoutAnAnswerWaitsForTheNextConnectionUpToItsTimeOut() {
            peer.on("lock").stayQuiet();
            CompletableFuture<Lock> lock = client.lock("leader", log);
            scene.loop.run();
            peer.reset();
            scene.loop.run();
            assertThat(lock).isNotDone();

            scene.loop.advance(Duration.ofSeconds(31));

            assertThat(scene.failure(lock)).isInstanceOf(RequestTimeoutException.class);
        }

        @Test
        void itIsAskedForOnceMoreIfThatTookTooLong() {
            peer.on("lock").reply("{'locked':true}");
            Lock lock = scene.get(client.lock("leader", log));
            ScriptedPeer next = scene.server();
            next.on("lock").stayQuiet();
            next.on("lock").reply("{'locked':true}");
            next.on("unlock").reply("{}");
            peer.reset();
            scene.loop.advance(Duration.ofSeconds(2));
            scene.events.clear();

            scene.loop.advance(Duration.ofSeconds(31));

            assertThat(Scene.methods(next)).containsExactly("lock", "unlock", "lock");
            assertThat(lock.owned()).isTrue();
            assertThat(scene.events).contains("acquired leader").doesNotContain("lost leader REFUSED");
            assertThat(client.health().isUp()).isTrue();
        }

        @Test
        void aRefusalAfterwardsIsToldAndDegradesTheHealth() {
            peer.on("lock").reply("{'locked':true}");
            scene.get(client.lock("leader", log));
            ScriptedPeer next = scene.server();
            next.on("lock").replyError("'no'");

            peer.reset();
            scene.loop.advance(Duration.ofSeconds(2));

            assertThat(scene.events).contains("lost leader REFUSED");
            assertThat(client.health().status()).isEqualTo(Health.Status.DEGRADED);
        }
    }

    @Test
    void theEndOfTheSessionEndsTheWaiting() {
        peer.on("lock").reply("{'locked':false}");
        CompletableFuture<Lock> acquired = scene.get(client.lock("leader", log)).acquired();

        client.close();

        assertThat(scene.failure(acquired)).isInstanceOf(ConnectionClosedException.class);
    }
}
