package dev.ovsdb.server.engine.wait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.testing.Json;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.data.RowChange;
import dev.ovsdb.server.data.RowImage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BlockedTransactionsTest {
    private static final DatabaseSchema SCHEMA = DatabaseSchema.parse(Json.text("{'name':'D','tables':{"
            + "'A':{'columns':{'c':{'type':'integer'}}},"
            + "'B':{'columns':{'c':{'type':'integer'}}}}}"));

    private final BlockedTransactions blocked = new BlockedTransactions();
    private final List<String> happened = new ArrayList<>();

    /** Waits for tables; what it does when it is executed again is up to the test. */
    private final class Waiting implements Blocked {
        private final String name;
        private final Set<String> tables;
        private Runnable then = () -> {};

        Waiting(String name, String... tables) {
            this.name = name;
            this.tables = new LinkedHashSet<>(List.of(tables));
            blocked.add(this);
        }

        Waiting then(Runnable does) {
            then = does;
            return this;
        }

        @Override
        public Set<String> tables() {
            return tables;
        }

        @Override
        public void executeAgain() {
            happened.add(name);
            then.run();
        }

        @Override
        public void cancel() {
            happened.add(name + " is canceled");
        }
    }

    private void change(String table) {
        UUID row = new UUID(1, 2);
        RowImage image = new RowImage(row, Row.empty());
        blocked.versionMade(List.of(new RowChange(SCHEMA.table(table).orElseThrow(), row, null, image)));
    }

    @Test
    void onlyThoseAreExecutedAgainWhoseTablesChangedInOrderOfArrival() {
        new Waiting("a", "A");
        new Waiting("b", "B");
        new Waiting("ab", "B", "A");

        change("A");

        assertThat(happened).containsExactly("a", "ab");
        assertThat(blocked.count()).isEqualTo(3);
    }

    @Test
    void aChangeIsNotRememberedForThoseThatComeLater() {
        change("A");
        new Waiting("a", "A");
        change("B");

        assertThat(happened).isEmpty();
    }

    @Test
    void whatOneDoesIsLookedAtByThoseBehindItAndByThoseBeforeItInAnotherRound() {
        new Waiting("before", "B");
        Waiting first = new Waiting("first", "A");
        first.then(() -> {
            blocked.remove(first);
            change("B");
        });
        new Waiting("behind", "B");

        change("A");

        assertThat(happened).containsExactly("first", "behind", "before", "behind");
    }

    @Test
    void oneThatLeftMeanwhileIsNotExecutedAgain() {
        Waiting gone = new Waiting("gone", "A");
        blocked.remove(gone);
        Waiting next = new Waiting("next", "A");
        new Waiting("remover", "A").then(() -> blocked.remove(next));
        Waiting last = new Waiting("last", "A");
        next.then(() -> blocked.remove(last));

        change("A");

        assertThat(happened).containsExactly("next", "remover");
        assertThat(blocked.count()).isEqualTo(1);
    }

    @Test
    void whenADatabaseGoesAllAreCanceledInOrder() {
        new Waiting("a", "A");
        new Waiting("b", "B");

        blocked.cancelAll();
        change("A");

        assertThat(happened).containsExactly("a is canceled", "b is canceled");
        assertThat(blocked.count()).isZero();
    }
}
