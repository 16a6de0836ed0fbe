package dev.ovsdb.server.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.testing.Json;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.data.RowChange;
import dev.ovsdb.server.data.RowImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What waits until versions are stored, published or undone. */
class WaitsForStorageTest {
    private static final OperationError ERROR = new OperationError(ErrorTag.IO_ERROR.text(), null, null, Map.of());

    private final List<String> happened = new ArrayList<>();

    @Test
    void whatIsPublishedFallsNoMore() {
        Dependents dependents = new Dependents();
        for (int version = 1; version <= 3; version++) {
            int number = version;
            dependents.add(version, error -> happened.add("the answer from version " + number));
        }
        dependents.published(2);
        assertThat(happened).isEmpty();

        dependents.fellBack(ERROR);
        dependents.fellBack(ERROR);

        assertThat(happened).containsExactly("the answer from version 3");
    }

    @Test
    void whatFallsAndComesBackMayFallAgain() {
        Dependents dependents = new Dependents();
        dependents.add(1, new Unpublished() {
            @Override
            public void fellBack(@Nullable OperationError error) {
                happened.add("once");
                dependents.add(1, again -> happened.add("twice"));
            }
        });
        dependents.fellBack(null);
        assertThat(happened).containsExactly("once");

        dependents.fellBack(null);

        assertThat(happened).containsExactly("once", "twice");
    }

    private final class Waiting implements Durable {
        private final long version;

        Waiting(long version) {
            this.version = version;
        }

        @Override
        public void durable() {
            happened.add(version + " is durable");
        }

        @Override
        public void unknown(OperationError error) {
            happened.add(version + ": " + error.error());
        }
    }

    private DurableWaits waits(long... versions) {
        DurableWaits waits = new DurableWaits();
        for (long version : versions) {
            waits.add(version, new Waiting(version));
        }
        return waits;
    }

    @Test
    void anFsyncAnswersAllThatItCoversInOrder() {
        DurableWaits waits = waits(1, 2, 2, 3);

        waits.durable(2);
        assertThat(happened).containsExactly("1 is durable", "2 is durable", "2 is durable");

        waits.broken(ERROR);
        waits.durable(9);
        assertThat(happened).hasSize(4).endsWith("3: I/O error");
    }

    @Test
    void whoseVersionHasFallenWaitsNoMore() {
        DurableWaits waits = waits(1, 2, 3);

        waits.fellBack(2);
        waits.durable(9);

        assertThat(happened).containsExactly("1 is durable", "2 is durable");
    }

    private static final DatabaseSchema SCHEMA = DatabaseSchema.parse(Json.text("{'name':'D','tables':{"
            + "'A':{'columns':{'c':{'type':'integer'}}},"
            + "'B':{'columns':{'c':{'type':'integer'}}}}}"));

    private static List<RowChange> change(String table) {
        UUID row = new UUID(1, 2);
        RowImage image = new RowImage(row, Row.empty());
        return List.of(new RowChange(SCHEMA.table(table).orElseThrow(), row, null, image));
    }

    @Test
    void listenersAreCalledOnceForWhatWasPublishedOfTheirTables() {
        Deque<Runnable> home = new ArrayDeque<>();
        PublishListeners listeners = new PublishListeners(home::add);
        Runnable end = listeners.add(List.of("A"), () -> happened.add("A"));
        listeners.add(List.of("A", "B"), () -> {
            happened.add("A or B");
            throw new IllegalStateException("a fault of the listener's own");
        });

        listeners.executed(change("A"));
        assertThat(home).isEmpty();
        listeners.published();
        listeners.executed(change("A"));
        listeners.published();
        assertThat(home).hasSize(2); // The first call has still to be made: it tells of both.
        runAll(home);
        assertThat(happened).containsExactly("A", "A or B");

        listeners.executed(change("B"));
        listeners.published();
        listeners.published();
        runAll(home);
        assertThat(happened).containsExactly("A", "A or B", "A or B");

        end.run();
        listeners.replaced();
        runAll(home);
        assertThat(happened).containsExactly("A", "A or B", "A or B", "A or B");
    }

    private static void runAll(Deque<Runnable> home) {
        while (!home.isEmpty()) {
            home.remove().run();
        }
    }
}
