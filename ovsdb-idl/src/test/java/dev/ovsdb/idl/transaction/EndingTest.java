package dev.ovsdb.idl.transaction;

import static dev.ovsdb.idl.transaction.TransactionScene.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.Update;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How transactions end, and when they run again. */
class EndingTest {
    private static final String CONFLICT = "[{'error':'timed out','details':'x'},null]";
    private static final TransactionBody INCREASE = tx -> tx.require("T", A).update("n", n -> Datum.of(n.asLong() + 1));
    private final TransactionScene scene = new TransactionScene();

    @AfterEach
    void nothingIsLeft() {
        scene.close();
    }

    @Nested
    class AConflict {
        @Test
        void runsTheFunctionOnTheNextVersion() {
            scene.peer.on("transact").reply(CONFLICT);
            scene.peer.on("transact").reply("[{},{'count':1}]");
            CompletableFuture<Ending> end = scene.start(INCREASE);
            assertThat(scene.allSent()).hasSize(1);

            scene.changeOfA(50, 2);
            scene.turnFor(Duration.ofMillis(20));

            assertThat(scene.allSent()).hasSize(2);
            assertThat(scene.sent()).contains("'rows':[{'n':50}]").contains("'row':{'n':51}");
            assertThat(end.join().requireSuccess().attempts()).isEqualTo(2);
        }

        @Test
        void runsItAgainAfterAWhileIfNothingComes() {
            scene.peer.on("transact").reply(CONFLICT);
            CompletableFuture<Ending> end = scene.start(
                    TransactionOptions.defaults()
                            .withAttempts(2)
                            .withReplicaPatience(Duration.ofSeconds(5))
                            .withPauses(Duration.ZERO, Duration.ZERO),
                    INCREASE);

            scene.turnFor(Duration.ofMillis(4900));
            assertThat(scene.allSent()).hasSize(1);
            scene.turnFor(Duration.ofMillis(200));

            assertThat(scene.allSent()).hasSize(2);
            assertThat(end).isCompletedWithValue(new Ending.TryAgain(2, null));
        }

        @Test
        void isNoneIfAnotherOperationTimesOut() {
            scene.peer.on("transact").reply("[{},{'error':'timed out'}]");

            assertThat(scene.run(INCREASE)).isInstanceOf(Ending.Failed.class);
        }
    }

    @Test
    void anErrorTellsWhatItWasAbout() {
        scene.peer
                .on("transact")
                .reply("[{},{'error':'constraint violation','details':'a value in column note is bad'}]");

        Ending ending = scene.run(tx -> tx.require("T", A).set("note", "x").set("n", 5));

        assertThat(ending).isInstanceOfSatisfying(Ending.Failed.class, failed -> {
            assertThat(failed.error().tag()).isEqualTo(ErrorTag.CONSTRAINT_VIOLATION);
            assertThat(failed.operation()).get().isInstanceOf(Update.class);
            assertThat(failed.table()).hasValue("T");
            assertThat(failed.column()).hasValue("note");
        });
        assertThatThrownBy(ending::requireDone)
                .isInstanceOf(UnsuccessfulTransactionException.class)
                .hasMessageContaining("T.note");
    }

    @Test
    void anErrorOfTheCommitTellsWhatItWasAbout() {
        scene.peer
                .on("transact")
                .reply("[{},{'count':1},{'error':'referential integrity violation',"
                        + "'details':'Table T column peer row x references nonexistent row y in table T.'}]");

        Ending ending = scene.run(tx -> tx.require("T", A).set("note", "x").set("peer", A));

        assertThat(ending).isInstanceOfSatisfying(Ending.Failed.class, failed -> {
            assertThat(failed.operation()).isEmpty();
            assertThat(failed.table()).hasValue("T");
            assertThat(failed.column()).hasValue("peer");
        });
    }

    @Test
    void aRefusedRequestIsAnError() {
        scene.peer.on("transact").replyError("{'error':'unknown database','details':'db'}");

        assertThat(scene.run(INCREASE))
                .isInstanceOfSatisfying(
                        Ending.Failed.class,
                        failed -> assertThat(failed.error().tag()).isEqualTo(ErrorTag.UNKNOWN_DATABASE));
    }

    @Test
    void aDryRunEndsAsAborted() {
        scene.peer.on("transact").reply("[{},{'count':1},{'error':'aborted'}]");

        Ending ending = scene.run(tx -> {
            tx.dryRun();
            INCREASE.run(tx);
        });

        assertThat(ending).isEqualTo(new Ending.Aborted(true));
        assertThat(scene.sent()).endsWith(",{'op':'abort'}");
    }

    @Test
    void aLostConnectionLeavesTheOutcomeUnknownAndIsNotRepeated() {
        scene.peer.on("transact").stayQuiet().thenHangUp();

        assertThat(scene.run(INCREASE))
                .isInstanceOfSatisfying(
                        Ending.Unknown.class,
                        unknown -> assertThat(unknown.cause()).isInstanceOf(ConnectionClosedException.class));
        assertThat(scene.allSent()).hasSize(1);
    }

    @Test
    void anAnswerThatDoesNotComeLeavesTheOutcomeUnknown() {
        scene.peer.on("transact").stayQuiet();
        CompletableFuture<Ending> end = scene.start(INCREASE);

        scene.loop.advance(Duration.ofSeconds(31));

        assertThat(end.join())
                .isInstanceOfSatisfying(
                        Ending.Unknown.class,
                        unknown -> assertThat(unknown.cause()).isInstanceOf(RequestTimeoutException.class));
    }

    @Test
    void whatTheFunctionThrowsIsThrown() {
        IllegalArgumentException mine = new IllegalArgumentException("mine");

        CompletableFuture<Ending> end = scene.start(tx -> {
            throw mine;
        });

        assertThat(TransactionScene.failure(end)).isSameAs(mine);
        assertThat(scene.allSent()).isEmpty();
    }

    @Nested
    class Patience {
        private final TransactionOptions patient = TransactionOptions.defaults().withPatience(Duration.ofSeconds(1));

        @Test
        void endsBeforeTheAnswerAndTheAnswerStillComes() {
            scene.peer.on("transact").stayQuiet();
            CompletableFuture<Ending> end = scene.start(patient, INCREASE);

            scene.loop.advance(Duration.ofSeconds(1));

            CompletableFuture<Ending> later = ((Ending.Incomplete) end.join()).later();
            assertThat(later).isNotDone();
            var id = scene.peer.received("transact").get(0).id();
            scene.peer.send("{'id':" + id + ",'result':[{},{'count':1}],'error':null}");
            scene.turn();
            assertThat(later.join()).isInstanceOf(Success.class);
        }

        @Test
        void endsInABackOffWithoutAnotherAttempt() {
            scene.peer.on("transact").reply(CONFLICT);
            CompletableFuture<Ending> end = scene.start(patient.withReplicaPatience(Duration.ofSeconds(2)), INCREASE);

            scene.turnFor(Duration.ofSeconds(3));

            assertThat(end.join()).isEqualTo(new Ending.TryAgain(1, null));
            assertThat(scene.allSent()).hasSize(1);
        }
    }

    @Test
    void onceTheReplicaIsOverNothingRuns() {
        scene.idl.close();

        CompletableFuture<Ending> end = scene.start(INCREASE);

        assertThat(TransactionScene.failure(end)).isInstanceOf(IllegalStateException.class);
    }

    @Nested
    class ALeaderLatch {
        private final List<Ending> endings = new ArrayList<>();

        @Test
        void assertsItsLock() {
            scene.peer.on("lock").reply("{'locked':false}");
            scene.peer.on("unlock").reply("{}");
            scene.peer.on("transact").reply("[{'error':'not owner'},null,null]");
            LeaderLatch latch = LeaderLatch.on(scene.idl, "leader");
            scene.turn();
            assertThat(latch.transact(INCREASE)).isEqualTo(new Ending.NotLocked("leader"));
            assertThat(scene.allSent()).isEmpty();

            scene.peer.notify("locked", "['leader']");
            scene.turn();
            assertThat(latch.elected()).isCompleted();
            latch.transactAsync(scene, INCREASE).thenAccept(endings::add);
            scene.turn();

            assertThat(scene.sent()).startsWith("{'op':'assert','lock':'leader'},");
            assertThat(endings).containsExactly(new Ending.NotLocked("leader"));
            latch.close();
            scene.turn();
            assertThat(latch.isLeader()).isFalse();
        }
    }

    @Nested
    class Settling {
        private Settlement settle(Mark mark) {
            CompletableFuture<Settlement> settled = scene.idl.transactor().settle(mark);
            scene.turn();
            return settled.join();
        }

        @Test
        void findsAnInsertedRow() {
            scene.peer.on("transact").reply("[{'rows':[{'_uuid':['uuid','" + A + "']}]}]");
            scene.peer.on("transact").reply("[{'rows':[]}]");

            assertThat(settle(Mark.row("T", A))).isEqualTo(Settlement.COMMITTED);
            assertThat(settle(Mark.row("T", A))).isEqualTo(Settlement.NOT_COMMITTED);
        }

        @Test
        void findsATagOrBarsTheWay() {
            String there = "{'rows':[{'_uuid':['uuid','" + A + "']}]}";
            scene.peer.on("transact").reply("[" + there + ",{'count':0}]");
            scene.peer.on("transact").reply("[" + there + ",{'count':1}]");
            scene.peer.on("transact").reply("[{'rows':[]},{'count':0}]");
            Mark mark = Mark.tag("T", A, "note", "t");

            assertThat(settle(mark)).isEqualTo(Settlement.COMMITTED);
            assertThat(settle(mark)).isEqualTo(Settlement.NOT_COMMITTED);
            assertThat(settle(mark)).isEqualTo(Settlement.LOST);
            assertThat(scene.sent()).contains("['note','!=','t']").contains("'row':{'note':'settled ");
        }

        @Test
        void aMarkedTransactionVerifiesTheOldTag() {
            scene.peer.on("transact").reply("[{},{'count':1}]");

            scene.run(TransactionOptions.defaults().unverified(), tx -> tx.mark(Mark.tag("T", A, "note", "t")));

            assertThat(scene.sent()).contains("'rows':[{'note':'old'}]").contains("'row':{'note':'t'}");
        }
    }
}
