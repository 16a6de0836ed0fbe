package dev.ovsdb.server.engine.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.server.engine.transaction.Execution.Blocked;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitTest {
    private static final String WAIT =
            "{'op':'wait','table':'Port','where':[],'columns':['name'],'until':'=='," + "'rows':[{'name':'a'}]";

    private final TestDatabase database = SmallSchema.database();

    @Test
    void blocksForEverWithoutATimeout() {
        Blocked blocked = database.block(WAIT + "}");
        assertThat(blocked.deadline()).isNull();
        assertThat(blocked.tables()).containsExactly(database.store.table("Port"));
    }

    @Test
    void blocksUntilItsTimeout() {
        assertThat(database.block(WAIT + ",'timeout':250}").deadline()).isEqualTo(Duration.ofMillis(250));
        database.context.elapsed = Duration.ofMillis(249);
        assertThat(database.block(WAIT + ",'timeout':250}").deadline()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void failsAtItsTimeout() {
        database.context.elapsed = Duration.ofMillis(250);
        assertThat(database.run(WAIT + ",'timeout':250}", "{'op':'comment','comment':'x'}"))
                .contains("\"wait\\\" timed out after 250 ms")
                .contains("\"timed out\"")
                .endsWith(",null]");
    }

    @Test
    void isATestAtOnceWithTimeoutZero() {
        assertThat(database.run(WAIT + ",'timeout':0}")).contains("\\\"where\\\" clause test failed");
    }

    @Test
    void namesTheTablesOfEverythingThatIsToBeExecutedAgain() {
        Blocked blocked = database.block(
                "{'op':'select','table':'Log','where':[]}", WAIT + "}", "{'op':'delete','table':'Log','where':[]}");
        assertThat(blocked.tables()).containsExactly(database.store.table("Log"), database.store.table("Port"));
    }

    @Test
    void keepsNothingOfWhatCameBeforeIt() {
        database.block("{'op':'insert','table':'Log','row':{'text':'x'}}", WAIT + "}");
        assertThat(database.run("{'op':'select','table':'Log','where':[]}")).isEqualTo("[{\"rows\":[]}]");
    }

    @Test
    void isSatisfiedByTheTransactionsOwnRows() {
        assertThat(database.run(
                        "{'op':'insert','table':'Port','uuid':'00000000-0000-0000-0000-000000000001',"
                                + "'row':{'name':'a'}}",
                        WAIT + "}"))
                .endsWith(",{}]");
    }

    @Test
    void goesOnOnceARowIsThere() {
        TransactRequest request = database.request(WAIT + "}", "{'op':'insert','table':'Log','row':{'text':'seen'}}");
        assertThat(database.attempt(request)).isInstanceOf(Blocked.class);
        database.run("{'op':'insert','table':'Port','row':{'name':'a'}}");
        assertThat(database.execute(request).toJson().toString()).startsWith("[{},{\"uuid\"");
    }
}
