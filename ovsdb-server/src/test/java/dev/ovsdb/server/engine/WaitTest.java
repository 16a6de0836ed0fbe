package dev.ovsdb.server.engine;

import static dev.ovsdb.server.engine.Bench.insert;
import static dev.ovsdb.server.engine.Bench.request;
import static dev.ovsdb.server.engine.Bench.select;
import static dev.ovsdb.server.engine.Bench.transact;
import static dev.ovsdb.server.engine.Bench.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.server.engine.settings.EngineLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Transactions that wait. */
class WaitTest {
    private static final String AWARE = request(100, "set_db_change_aware", "[true]");

    private final Bench bench = new Bench(DatabaseHandler.builder()
            .limits(EngineLimits.builder().blockedPerSession(2).build()));
    private final Bench.Client anna = bench.client();
    private final Bench.Client bert = bench.client();
    private final Bench.Client carl = bench.client();

    private static String cancel(int id) {
        return "{'id':null,'method':'cancel','params':[" + id + "]}";
    }

    @Test
    void aWaitGoesOnWhenItsRowsAreThere() {
        anna.send(transact(1, waitFor(1) + "," + select()));
        assertThat(anna.news()).isEmpty();

        bert.send(transact(1, insert(1)));

        assertThat(anna.news()).containsExactly("1: [{},{'rows':[{'n':1}]}]");
    }

    @Test
    void othersOfTheSameSessionOvertakeIt() {
        anna.send(transact(1, waitFor(1)), transact(2, select()), transact(3, insert(1)), transact(4, select()));

        assertThat(anna.news())
                .containsExactly(
                        "2: [{'rows':[]}]", "3: [{'uuid':['uuid','#1']}]", "1: [{}]", "4: [{'rows':[{'n':1}]}]");
    }

    @Test
    void thoseThatWaitAreTriedInOrderOfArrivalBeforeTheNextRequest() {
        String takeIt = ",{'op':'delete','table':'T','where':[]},{'op':'comment','comment':'taken'}";
        anna.send(transact(1, waitFor(1) + takeIt));
        bert.send(transact(1, waitFor(1) + takeIt));

        carl.send(transact(1, insert(1)), transact(2, select()));

        assertThat(anna.news()).containsExactly("1: [{},{'count':1},{}]");
        assertThat(bert.news()).isEmpty();
        assertThat(carl.news()).containsExactly("1: [{'uuid':['uuid','#1']}]", "2: [{'rows':[]}]");
    }

    @Test
    void oneThatGoesOnMayWakeAnotherThatCameBefore() {
        anna.send(transact(1, waitFor(2)));
        bert.send(transact(1, waitFor(1) + "," + insert(2)));

        carl.send(transact(1, insert(1)));

        assertThat(anna.news()).containsExactly("1: [{}]");
        assertThat(bert.news()).containsExactly("1: [{},{'uuid':['uuid','#2']}]");
    }

    @Test
    void itIsExecutedAgainFromItsFirstOperation() {
        anna.send(transact(1, insert(2) + "," + waitFor(1)));
        bert.send(transact(1, insert(2)));
        assertThat(bert.news()).containsExactly("1: [{'uuid':['uuid','#2']}]");

        assertThat(anna.news())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("1: [{")
                .contains("duplicate uuid")
                .endsWith(",null]");
    }

    @Test
    void itTimesOut() {
        anna.send(transact(1, waitFor(1).replace("}]}", "}],'timeout':1000}")));
        bench.loops.loop.advance(Duration.ofMillis(999));
        assertThat(anna.news()).isEmpty();

        bench.loops.loop.advance(Duration.ofMillis(2));

        assertThat(anna.news()).hasSize(1).first().asString().contains("timed out");
        assertThat(bench.handler.requireDatabase("A").figures().blockedTransactions())
                .isZero();
    }

    @Test
    void aSecondOneOfTheSameIdIsRefused() {
        anna.send(transact(1, waitFor(1)), transact(1, select()));

        assertThat(anna.news()).hasSize(1).first().asString().contains("transact: duplicate request ID");
        bert.send(transact(1, select()));
        assertThat(bert.news()).hasSize(1);
    }

    @Test
    void aSessionMayHaveOnlySoMany() {
        anna.send(transact(1, waitFor(1)), transact(2, waitFor(2)), transact(3, waitFor(3)), transact(4, select()));

        assertThat(anna.news())
                .satisfiesExactly(
                        third -> assertThat(third).startsWith("3 failed: ").contains("'resources exhausted'"),
                        fourth -> assertThat(fourth).startsWith("4: "));
    }

    @Test
    void aSessionThatKnowsOfChangesIsToldThatItWasCanceled() {
        anna.send(AWARE).news();
        anna.send(transact(1, waitFor(1)), cancel(1));

        assertThat(anna.news()).containsExactly("1 failed: 'canceled'");
        anna.send(transact(1, waitFor(2)));
        assertThat(anna.news()).isEmpty();
    }

    @Test
    void anyOtherSessionHearsNothing() {
        anna.send(transact(1, waitFor(1)), cancel(1), transact(1, select()));

        assertThat(anna.news()).containsExactly("1: [{'rows':[]}]");
    }

    @Test
    void whatWasExecutedCannotBeCanceled() {
        anna.send(transact(1, insert(1)), cancel(1));

        assertThat(anna.news()).containsExactly("1: [{'uuid':['uuid','#1']}]");
    }

    @Test
    void theEndOfItsSessionEndsIt() {
        anna.send(transact(1, waitFor(1) + "," + insert(2)));
        anna.peer.hangUp();
        bench.run();

        bert.send(transact(1, insert(1)), transact(2, select()));

        assertThat(bert.news()).endsWith("2: [{'rows':[{'n':1}]}]");
        assertThat(bench.handler.requireDatabase("A").figures().blockedTransactions())
                .isZero();
    }
}
