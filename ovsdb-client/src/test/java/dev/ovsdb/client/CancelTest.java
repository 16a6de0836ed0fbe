package dev.ovsdb.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import dev.ovsdb.protocol.operation.Comment;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** {@code cancel} (E12, E13): sent only for a request that has left and is unanswered. */
class CancelTest {
    private final Scene scene = new Scene();

    @AfterEach
    void nothingIsLeft() {
        scene.close();
    }

    private CompletableFuture<TransactionOutcome> transact(OvsdbClient client) {
        return client.transact("db", new Comment("c"));
    }

    @Nested
    class OfTheFuture {
        private final ScriptedPeer peer = scene.server();
        private final OvsdbClient client = scene.start();

        @Test
        void sendsTheIdOfARequestThatHasLeft() {
            peer.on("transact").stayQuiet();
            CompletableFuture<TransactionOutcome> outcome = transact(client);
            scene.loop.run();

            assertThat(outcome.cancel(true)).isTrue();
            scene.loop.run();

            String id = String.valueOf(peer.received("transact").get(0).id());
            assertThat(Scene.params(peer, "cancel")).containsExactly("[" + id + "]");
            assertThat(client.pendingCalls()).isZero();
        }

        @Test
        void sendsNothingForARequestThatHasNotLeft() {
            CompletableFuture<TransactionOutcome> outcome = transact(client);

            outcome.cancel(true);
            scene.loop.run();

            assertThat(Scene.methods(peer)).isEmpty();
        }

        @Test
        void sendsNothingForAnAnsweredRequest() {
            peer.on("transact").reply("[{}]");
            CompletableFuture<TransactionOutcome> outcome = transact(client);
            scene.get(outcome);

            assertThat(outcome.cancel(true)).isFalse();
            scene.loop.run();

            assertThat(Scene.methods(peer)).containsExactly("transact");
        }

        @Test
        void passesOverTheAnswerThatAnAwareSessionGets() {
            peer.on("transact").stayQuiet();
            CompletableFuture<TransactionOutcome> outcome = transact(client);
            scene.loop.run();
            outcome.cancel(true);
            scene.loop.run();

            peer.send("{'id':" + peer.received("transact").get(0).id() + ",'error':'canceled'}");

            assertThat(scene.get(client.echo())).isEmpty();
            assertThat(outcome).isCancelled();
        }

        @Test
        void leavesTheGateWithoutAConnection() {
            Scene offline = new Scene();
            OvsdbClient waiting = offline.start();
            CompletableFuture<TransactionOutcome> outcome = transact(waiting);
            assertThat(waiting.pendingCalls()).isEqualTo(1);

            outcome.cancel(true);

            assertThat(waiting.pendingCalls()).isZero();
            offline.close();
        }
    }

    @Nested
    class OfTheTransaction {
        @Test
        void leavesTheLastWordToAServerThatGivesOne() {
            ScriptedPeer peer = scene.server();
            peer.on("transact").stayQuiet();
            OvsdbClient client = scene.start();
            CompletableFuture<TransactionOutcome> outcome = transact(client);
            scene.loop.run();

            assertThat(scene.get(client.cancel(outcome))).isTrue();
            assertThat(outcome).isNotDone();
            peer.send("{'id':" + peer.received("transact").get(0).id() + ",'error':'canceled'}");

            assertThat(scene.failure(outcome))
                    .isInstanceOf(RemoteErrorException.class)
                    .hasMessageContaining("canceled");
        }

        @Test
        void endsTheFutureWhereNoAnswerWillCome_E12() {
            ScriptedPeer unaware = scene.peer();
            unaware.on("transact").stayQuiet();
            OvsdbClient client = scene.start();
            CompletableFuture<TransactionOutcome> outcome = transact(client);
            scene.loop.run();

            assertThat(scene.get(client.cancel(outcome))).isTrue();

            assertThat(scene.failure(outcome)).isInstanceOf(CancellationException.class);
            assertThat(unaware.received("cancel")).hasSize(1);
        }

        @Test
        void saysFalseForOneThatIsOver() {
            ScriptedPeer peer = scene.server();
            peer.on("transact").reply("[{}]");
            OvsdbClient client = scene.start();
            CompletableFuture<TransactionOutcome> outcome = transact(client);
            scene.get(outcome);

            assertThat(scene.get(client.cancel(outcome))).isFalse();
            assertThat(peer.received("cancel")).isEmpty();
        }
    }
}
