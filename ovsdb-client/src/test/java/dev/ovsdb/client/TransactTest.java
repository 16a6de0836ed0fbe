package dev.ovsdb.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.operation.Comment;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.OperationResult;
import dev.ovsdb.protocol.operation.Select;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.protocol.rpc.UnexpectedResultException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TransactTest {
    private static final Operation SELECT =
            Select.from("T").everyRow().columns("real").build();

    private final Scene scene = new Scene();
    private final ScriptedPeer peer = scene.server();
    private final OvsdbClient client = scene.start();

    @AfterEach
    void nothingIsLeft() {
        scene.close();
    }

    @Test
    void anOutcomeIsAnAnswerAlsoWhenTheCommitFailed_E11() {
        peer.on("transact").reply("[{},{'error':'constraint violation','details':'d'}]");

        TransactionOutcome outcome = scene.get(client.transact("db", new Comment("c")));

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.commitError())
                .hasValueSatisfying(error -> assertThat(error.details()).hasValue("d"));
    }

    @Test
    void noOperationsAreATransactionToo_E49() {
        peer.on("transact").reply("[]");

        assertThat(scene.get(client.transact("db")).results()).isEmpty();
    }

    @Test
    void anErrorOfTheRequestFailsTheFuture_E14() {
        peer.on("transact").replyError("{'error':'unknown database','syntax':'[]'}");

        assertThat(scene.failure(client.transact("nope", new Comment("c")))).isInstanceOf(RemoteErrorException.class);
    }

    @Test
    void requestsLeaveInCallOrder() {
        peer.on("transact").reply("[{}]");

        client.transact("db", new Comment("1"));
        client.call("second");
        client.transact("db", new Comment("3"));
        scene.loop.run();

        assertThat(Scene.methods(peer)).containsExactly("transact", "second", "transact");
    }

    @Test
    void aSilentServerIsGivenUpAfterTheTimeOut() {
        peer.on("transact").stayQuiet();
        CompletableFuture<TransactionOutcome> outcome = client.transact("db", new Comment("c"));

        scene.loop.advance(Duration.ofSeconds(29));
        assertThat(outcome).isNotDone();
        scene.loop.advance(Duration.ofSeconds(2));

        assertThat(scene.failure(outcome)).isInstanceOf(RequestTimeoutException.class);
        assertThat(client.state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void aResultOfTheWrongShapeFailsItsCallAndNoOther() {
        peer.on("transact").reply("{'what':'?'}");

        assertThat(scene.failure(client.transact("db", new Comment("c"))))
                .isInstanceOf(UnexpectedResultException.class);
        assertThat(scene.get(client.echo(Scene.json("1")))).containsExactly(Scene.json("1"));
    }

    @Test
    void aLostConnectionSaysWhetherTheRequestWasWritten() {
        peer.on("transact").thenHangUp();

        Throwable failure = scene.failure(client.transact("db", new Comment("c")));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        ConnectionClosedException.class,
                        closed -> assertThat(closed.requestWritten()).isTrue());
    }

    @Test
    void aRawTransactionGoesAndComesAsItIs() {
        peer.on("transact").reply("[{'any':'thing'}]");

        JsonBytes result = scene.get(client.transactRaw(JsonBytes.of(Scene.json("['db',{'op':'new'}]"))));

        assertThat(result.toValue()).isEqualTo(Scene.json("[{'any':'thing'}]"));
        assertThat(Scene.params(peer, "transact")).containsExactly("['db',{'op':'new'}]");
    }

    @Test
    void aBadArgumentIsThrownAtOnce() {
        assertThatThrownBy(() -> client.transact(null, List.of())).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> client.cancel(new CompletableFuture<>())).isInstanceOf(IllegalArgumentException.class);
    }

    @Nested
    class WhenRowsAreSelected {
        @Test
        void theSchemaIsAskedForAheadAndDecidesHowTheyAreRead_E7() {
            peer.on("transact").reply("[{'rows':[{'real':1}]}]");

            TransactionOutcome outcome = scene.get(client.transact("db", SELECT));

            assertThat(outcome.rows(0).get(0).get("real")).hasValue(Datum.of(1.0));
            assertThat(Scene.methods(peer)).containsExactly("monitor", "get_schema", "transact");
        }

        @Test
        void theSchemaIsAskedForOnce() {
            peer.on("transact").reply("[{'rows':[{'real':1}]}]");
            scene.get(client.transact("db", SELECT));

            scene.get(client.transact("db", SELECT));

            assertThat(Scene.methods(peer)).containsExactly("monitor", "get_schema", "transact", "transact");
        }

        @Test
        void aServerWithoutASchemaIsReadByLooks() {
            ScriptedPeer plain = new ScriptedPeer(scene.loop);
            plain.on("transact").reply("[{'rows':[{'real':1}]}]");
            OvsdbClient other = scene.tracked(OvsdbClient.builder().on(plain.transport()));

            TransactionOutcome outcome = scene.get(other.transact("db", SELECT));

            assertThat(outcome.rows(0).get(0).get("real")).hasValue(Datum.of(1));
        }

        @Test
        void theyCanBeTakenOneByOne() {
            peer.on("transact").reply("[{'rows':[{'real':1},{'real':2.5}]}]");
            List<String> rows = new ArrayList<>();

            TransactionOutcome outcome = scene.get(
                    client.transact("db", List.of(SELECT), (operation, row) -> rows.add(operation + " " + row)));

            assertThat(outcome.results()).containsExactly(new OperationResult.Streamed(2));
            assertThat(rows).hasSize(2).last().asString().contains("2.5");
        }

        @Test
        void thoseTakenOneByOneLeaveInCallOrder() {
            peer.on("transact").reply("[{'rows':[]}]");

            client.transact("db", List.of(SELECT), (operation, row) -> {});
            client.call("second");
            scene.loop.run();

            assertThat(Scene.methods(peer)).containsExactly("monitor", "get_schema", "transact", "second");
        }

        @Test
        void thoseTakenOneByOneAreReadByASchemaThatComesAfterThem() {
            ScriptedPeer hasty = new ScriptedPeer(scene.loop);
            hasty.on("get_schema").stayQuiet();
            hasty.on("transact").reply("[{'rows':[{'real':1}]}]");
            OvsdbClient other = scene.tracked(OvsdbClient.builder().on(hasty.transport()));
            List<Row> rows = new ArrayList<>();
            CompletableFuture<TransactionOutcome> outcome =
                    other.transact("db", List.of(SELECT), (operation, row) -> rows.add(row));
            scene.loop.run();

            hasty.send("{'id':" + hasty.received("get_schema").get(0).id() + ",'result':" + Scene.SCHEMA + "}");

            assertThat(scene.get(outcome).results()).containsExactly(new OperationResult.Streamed(1));
            assertThat(rows.get(0).get("real")).hasValue(Datum.of(1.0));
        }

        @Test
        void thoseTakenOneByOneCanBeCancelled() {
            peer.on("transact").stayQuiet();
            CompletableFuture<TransactionOutcome> outcome =
                    client.transact("db", List.of(SELECT), (operation, row) -> {});
            scene.loop.run();

            assertThat(scene.get(client.cancel(outcome))).isTrue();

            assertThat(peer.received("cancel")).hasSize(1);
        }

        @Test
        void whatTheSinkThrowsFailsTheFutureAlone() {
            peer.on("transact").reply("[{'rows':[{'real':1},{'real':2.5}]}]");
            RuntimeException thrown = new IllegalStateException("full");

            CompletableFuture<TransactionOutcome> outcome = client.transact("db", List.of(SELECT), (operation, row) -> {
                throw thrown;
            });

            assertThat(scene.failure(outcome)).isSameAs(thrown);
            assertThat(scene.get(client.echo())).isEmpty();
        }
    }
}
