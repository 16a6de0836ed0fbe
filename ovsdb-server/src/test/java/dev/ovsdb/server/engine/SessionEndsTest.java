package dev.ovsdb.server.engine;

import static dev.ovsdb.server.engine.Bench.insert;
import static dev.ovsdb.server.engine.Bench.request;
import static dev.ovsdb.server.engine.Bench.select;
import static dev.ovsdb.server.engine.Bench.transact;
import static dev.ovsdb.server.engine.Bench.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.server.RemoteOptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of what a session began, and what a session that may only read cannot begin. */
class SessionEndsTest {
    private final Bench bench = new Bench();
    private final Database database = bench.handler.requireDatabase("A");
    private final Bench.Client anna = bench.client();
    private final Bench.Client bert = bench.client();

    @Test
    void nothingIsLeftOfASessionThatEnded() {
        anna.send(
                request(1, "monitor", "['A','m',{'T':{}}]"),
                request(2, "monitor_cond", "['A','k',{'U':[{'columns':['n']}]}]"),
                transact(3, waitFor(1)),
                request(4, "lock", "['l']"));
        assertThat(database.figures().monitors()).isEqualTo(2);
        assertThat(database.figures().blockedTransactions()).isEqualTo(1);

        anna.peer.hangUp();
        bench.run();

        assertThat(database.figures().monitors()).isZero();
        assertThat(database.figures().blockedTransactions()).isZero();
        assertThat(bench.server.sessions()).hasSize(1);
        bert.send(request(1, "lock", "['l']"), transact(2, insert(1)));
        assertThat(bert.news()).containsExactly("1: {'locked':true}", "2: [{'uuid':['uuid','#1']}]");
    }

    @Test
    void aMonitorThatIsCanceledTellsNothingMore() {
        anna.ask(1, "monitor", "['A','m',{'T':{}}]").news();

        anna.ask(2, "monitor_cancel", "['m']");
        bert.send(transact(1, insert(1)));

        assertThat(anna.news()).containsExactly("2: {}");
        assertThat(database.figures().monitors()).isZero();
        assertThat(database.figures().waitingSteps()).isZero();
        anna.ask(3, "monitor", "['A','m',{'T':{'columns':['n']}}]");
        assertThat(anna.news()).containsExactly("3: {'T':{'#1':{'new':{'n':1}}}}");
    }

    @Test
    void aTransactionThatIsCanceledIsNeverDone() {
        anna.ask(9, "set_db_change_aware", "[true]").news(); // Others are not told.
        anna.send(transact(1, waitFor(1) + ",{'op':'delete','table':'T','where':[]}"));

        anna.send("{'id':null,'method':'cancel','params':[1]}");
        assertThat(anna.news()).containsExactly("1 failed: 'canceled'");
        assertThat(database.figures().blockedTransactions()).isZero();
        bert.send(transact(1, insert(1)), transact(2, select()));
        assertThat(bert.news()).endsWith("2: [{'rows':[{'n':1}]}]");
        anna.send(transact(1, select()));
        assertThat(anna.news()).as("the id is free").containsExactly("1: [{'rows':[{'n':1}]}]");
    }

    @Nested
    class OneThatMayOnlyRead {
        private final Bench.Client reader = reader();

        private Bench.Client reader() {
            bench.server.addRemote(RemoteOptions.builder(ConnectionMethod.parse("ptcp:6641"))
                    .readOnly(true)
                    .build());
            bench.run();
            return bench.new Client(bench.loops.connectTo("ptcp:6641"));
        }

        @Test
        void readsAndMonitors() {
            bert.send(transact(1, insert(1)));

            reader.send(transact(1, select()), request(2, "monitor", "['A','m',{'T':{'columns':['n']}}]"));

            assertThat(reader.news()).containsExactly("1: [{'rows':[{'n':1}]}]", "2: {'T':{'#1':{'new':{'n':1}}}}");
        }

        @Test
        void changesNothing() {
            reader.send(
                    transact(1, insert(1)),
                    request(2, "lock", "['l']"),
                    request(3, "steal", "['l']"),
                    request(4, "unlock", "['l']"),
                    request(5, "convert", "['A'," + Bench.SCHEMA + "]"));

            String locks = " failed: 'lock and unlock methods not allowed, DB server is read only.'";
            assertThat(reader.news())
                    .satisfiesExactly(
                            inserted -> assertThat(inserted).startsWith("1: [").contains("'not allowed'"),
                            lock -> assertThat(lock).isEqualTo("2" + locks),
                            steal -> assertThat(steal).isEqualTo("3" + locks),
                            unlock -> assertThat(unlock).isEqualTo("4" + locks),
                            convert -> assertThat(convert)
                                    .startsWith("5 failed: ")
                                    .contains("database A may not be converted by this session", "'not allowed'"));
            assertThat(database.figures().rows()).isZero();
            assertThat(reader.peer.isClosed()).isFalse();
        }
    }
}
