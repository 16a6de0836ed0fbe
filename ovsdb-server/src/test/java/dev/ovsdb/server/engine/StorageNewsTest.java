package dev.ovsdb.server.engine;

import static dev.ovsdb.server.engine.Bench.insert;
import static dev.ovsdb.server.engine.Bench.transact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.server.engine.metrics.EngineListener;
import dev.ovsdb.server.storage.StorageException;
import dev.ovsdb.server.storage.StorageListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a storage tells, early or late. */
class StorageNewsTest {
    private final List<String> compacted = new ArrayList<>();
    private final Bench bench = new Bench(DatabaseHandler.builder().listener(new EngineListener() {
        @Override
        public void compacted(String database, long nanos, @Nullable Throwable failure) {
            compacted.add(database + (failure == null ? "" : " failed"));
        }
    }));

    private void due() {
        bench.storage.tell(StorageListener::compactionDue);
        bench.run();
    }

    @Test
    void aLogThatHasGrownIsCompactedOnceAtATime() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        bench.storage.compacting = first;
        due();
        due();
        assertThat(bench.storage.compactions).isEqualTo(1);
        assertThat(compacted).isEmpty();
        CompletableFuture<Void> asked = bench.handler.requireDatabase("A").compact();
        bench.run();
        assertThatThrownBy(asked::join).hasMessageContaining("A is being compacted");

        bench.storage.tell(listener -> first.complete(null));
        bench.run();
        assertThat(compacted).containsExactly("A");

        bench.storage.compacting = CompletableFuture.failedFuture(ScriptedStorage.FULL);
        due();
        assertThat(bench.storage.compactions).isEqualTo(2);
        assertThat(compacted).containsExactly("A", "A failed");
    }

    @Test
    void aDatabaseThatIsConvertedOrRemovedIsNotCompacted() {
        bench.storage.replacing = new CompletableFuture<>();
        Database database = bench.handler.requireDatabase("A");
        CompletableFuture<Void> converted = database.convert(Bench.schema("A"));
        bench.run();
        assertThat(converted).isNotDone();

        CompletableFuture<Void> early = database.compact();
        bench.run();
        assertThatThrownBy(early::join)
                .hasCauseInstanceOf(StorageException.class)
                .hasMessageContaining("A is being converted, or was removed");

        bench.storage.tell(listener -> bench.storage.replacing.complete(null));
        bench.run();
        assertThat(converted).isCompleted();
        bench.handler.removeDatabase("A");
        bench.run();
        CompletableFuture<Void> late = database.compact();
        bench.run();
        assertThatThrownBy(late::join).hasMessageContaining("A is being converted, or was removed");
        assertThat(bench.storage.compactions).isZero();
    }

    @Test
    void whatIsToldWhileADatabaseOpensIsHeardWhenItIs() {
        ScriptedStorage storage = new ScriptedStorage(Bench.schema("B"));
        storage.whileOpening = StorageListener::compactionDue;

        bench.handler.addDatabase(storage, List.of());
        bench.run();

        assertThat(storage.compactions).isEqualTo(1);
        assertThat(compacted).containsExactly("B");
    }

    @Test
    void aStorageThatBreaksEndsOnlyWhatWaitsForTheDisk() {
        bench.storage.syncing = ScriptedStorage.Answer.LATER;
        Bench.Client client = bench.client();
        client.send(transact(1, insert(1) + ",{'op':'commit','durable':true}"), transact(2, insert(2)));
        assertThat(client.news()).containsExactly("2: [{'uuid':['uuid','#2']}]");

        bench.storage.tell(listener -> listener.broken(ScriptedStorage.FULL));
        bench.run();

        assertThat(client.news()).singleElement().asString().startsWith("1: [").contains("No space left on device");
    }
}
