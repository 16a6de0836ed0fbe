package dev.ovsdb.server.engine;

import static dev.ovsdb.server.engine.Bench.transact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.testing.Json;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Selects of more than the lane writes itself. */
class LargeSelectTest {
    private static final int ROWS = 3_000;
    private static final String ALL = "{'op':'select','table':'T','where':[]}";

    private final Bench bench = new Bench();
    private final Bench.Client reader = bench.client();
    private final Bench.Client writer = bench.client();

    @BeforeEach
    void fill() {
        List<String> inserts = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            inserts.add("{'op':'insert','table':'T','row':{'n':" + i + ",'s':'" + "x".repeat(1_000) + "'}}");
        }
        writer.send(transact(1, String.join(",", inserts))).news();
    }

    @Test
    void othersAreServedMeanwhile() {
        reader.peer.send(transact(1, ALL));
        bench.loops.loop.run(); // The readers do nothing.
        writer.peer.send(transact(2, "{'op':'delete','table':'T','where':[]}"));
        bench.loops.loop.run();

        assertThat(writer.news()).containsExactly("2: [{'count':" + ROWS + "}]");
        assertThat(reader.news()).isEmpty();

        bench.run();
        assertThat(reader.news())
                .singleElement()
                .satisfies(reply -> assertThat(rows(reply)).isEqualTo(ROWS));
    }

    @Test
    void noMoreIsMadeThanTheClientTakes() {
        reader.peer.pauseReading(true);
        reader.peer.send(transact(1, ALL) + transact(2, Bench.insert(7)));
        bench.loops.loop.run();
        int pieces = 0;
        for (; !bench.reading.isEmpty(); pieces++) {
            bench.reading.remove(0).run();
            bench.loops.loop.run();
        }

        assertThat(pieces).isLessThan(6); // Of twelve.
        writer.send(transact(2, "{'op':'comment','comment':'the lane is free'}"));
        assertThat(writer.news()).containsExactly("2: [{}]");

        reader.peer.pauseReading(false);
        bench.run();
        List<String> replies = reader.news();
        assertThat(rows(replies.get(0))).isEqualTo(ROWS);
        assertThat(replies.get(1)).startsWith("2: [{'uuid'");
    }

    @Test
    void fallsWithTheVersionThatItRead() {
        bench.storage.writing = ScriptedStorage.Answer.LATER;
        long before = bench.storage.last();
        writer.send(transact(2, "{'op':'insert','table':'T','row':{'n':-1}}"));
        reader.send(transact(1, ALL));
        assertThat(reader.news()).isEmpty();

        bench.storage.tell(listener -> listener.failed(before, ScriptedStorage.FULL));
        bench.run();

        assertThat(reader.news())
                .singleElement()
                .satisfies(reply -> assertThat(rows(reply)).isEqualTo(ROWS));
    }

    @Test
    void codeOfThisProcessGetsThemWhole() {
        List<Operation> select = List.of(Select.from("T").everyRow().build());
        CompletableFuture<?> outcome = bench.handler.requireDatabase("A").transact(select);
        bench.run();

        assertThat(outcome).isCompleted();
        assertThat(outcome.join().toString()).contains("2999");
    }

    private static int rows(String reply) {
        return Json.text(reply).split("_version", -1).length - 1;
    }
}
