package dev.ovsdb.server.engine;

import static dev.ovsdb.server.engine.Bench.insert;
import static dev.ovsdb.server.engine.Bench.request;
import static dev.ovsdb.server.engine.Bench.select;
import static dev.ovsdb.server.engine.Bench.transact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.server.engine.ScriptedStorage.Answer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What storage makes of transactions, and what sessions see of that. */
class FallBackTest {
    private static final String IO_ERROR =
            "{'details':'a: write failed','error':'I/O error','io-error':'No space left on device'}";

    private final Bench bench = new Bench();
    private final ScriptedStorage storage = bench.storage;
    private final Bench.Client anna = bench.client();
    private final Bench.Client bert = bench.client();

    @Nested
    class WhenStorageRefuses {
        @Test
        void transactionsFailAndReadsSeeNothingOfThem() {
            storage.writing = Answer.REFUSED;

            anna.send(transact(1, insert(1)), transact(2, select()), transact(3, insert(2)));

            assertThat(anna.news())
                    .containsExactly(
                            "1: [{'uuid':['uuid','#1']}," + IO_ERROR + "]",
                            "2: [{'rows':[]}]",
                            "3: [{'uuid':['uuid','#2']}," + IO_ERROR + "]");
        }

        @Test
        void theServerGoesOnWhenThereIsRoomAgain() {
            storage.writing = Answer.REFUSED;
            anna.send(transact(1, insert(1))).news();
            storage.writing = Answer.AT_ONCE;

            anna.send(transact(2, insert(2)), transact(3, select()));

            assertThat(anna.news()).containsExactly("2: [{'uuid':['uuid','#2']}]", "3: [{'rows':[{'n':2}]}]");
            assertThat(storage.bases).containsExactly(0L, 0L);
        }

        @Test
        void locksStand() {
            storage.writing = Answer.REFUSED;

            anna.send(transact(1, insert(1)), request(2, "lock", "['l']"));
            bert.ask(1, "lock", "['l']");

            assertThat(anna.news()).hasSize(2).endsWith("2: {'locked':true}");
            assertThat(bert.news()).containsExactly("1: {'locked':false}");
        }

        @Test
        void aMonitorThatBeganOnTheFallenVersionBeginsAgain() {
            storage.writing = Answer.REFUSED;

            anna.send(transact(1, insert(1)), request(2, "monitor", "['A','m',{'T':{'columns':['n']}}]"));
            assertThat(anna.news()).hasSize(2).endsWith("2: {}");
            storage.writing = Answer.AT_ONCE;
            bert.send(transact(1, insert(2)));

            assertThat(anna.news()).containsExactly("update ['m',{'T':{'#2':{'new':{'n':2}}}}]");
        }

        @Test
        void aTransactionThatFailedOnTheFallenVersionIsExecutedAgain() {
            storage.writing = Answer.LATER;
            anna.send(transact(1, insert(1)), transact(2, insert(1)));
            storage.writing = Answer.AT_ONCE;

            storage.tell(listener -> listener.failed(0, ScriptedStorage.FULL));
            bench.run();

            assertThat(anna.news())
                    .containsExactly("1: [{'uuid':['uuid','#1']}," + IO_ERROR + "]", "2: [{'uuid':['uuid','#1']}]");
        }

        @Test
        void aChangedConditionIsChangedAgain() {
            anna.ask(1, "monitor_cond", "['A','m',{'T':[{'columns':['n'],'where':[false]}]}]")
                    .news();
            storage.writing = Answer.REFUSED;

            anna.send(transact(2, insert(1)), request(3, "monitor_cond_change", "['m','k',{'T':[{'where':[true]}]}]"));
            assertThat(anna.news()).hasSize(2).endsWith("3: {}");
            storage.writing = Answer.AT_ONCE;
            bert.send(transact(1, insert(2)));

            assertThat(anna.news()).containsExactly("update2 ['k',{'T':{'#2':{'insert':{'n':2}}}}]");
        }
    }

    @Nested
    class WhenStorageTakesItsTime {
        @Test
        void nobodySeesWhatMayStillFall() {
            bert.ask(1, "monitor", "['A','m',{'T':{'columns':['n']}}]").news();
            storage.writing = Answer.LATER;

            anna.send(transact(1, insert(1)));
            bert.send(transact(2, select()), request(3, "list_dbs", "[]"));
            assertThat(anna.news()).isEmpty();
            assertThat(bert.news()).isEmpty();

            storage.tell(listener -> listener.accepted(storage.last()));
            bench.run();
            assertThat(anna.news()).containsExactly("1: [{'uuid':['uuid','#1']}]");
            assertThat(bert.news())
                    .containsExactly(
                            "update ['m',{'T':{'#1':{'new':{'n':1}}}}]",
                            "2: [{'rows':[{'n':1}]}]",
                            "3: ['A','_Server']");
        }

        @Test
        void publicationFollowsTheOrderOfExecution() {
            storage.writing = Answer.LATER;
            anna.send(transact(1, insert(1)));
            long first = storage.last();
            bert.send(transact(1, insert(2)));

            storage.tell(listener -> listener.accepted(first));
            bench.run();
            assertThat(anna.news()).hasSize(1);
            assertThat(bert.news()).isEmpty();

            storage.tell(listener -> listener.accepted(storage.last()));
            bench.run();
            assertThat(bert.news()).hasSize(1);
        }

        @Test
        void whatIsRejectedIsExecutedAgain() {
            storage.writing = Answer.LATER;
            anna.send(transact(1, insert(1)), transact(2, select()));
            storage.writing = Answer.AT_ONCE;

            storage.tell(listener -> listener.rejected(0));
            bench.run();

            assertThat(anna.news()).containsExactly("1: [{'uuid':['uuid','#1']}]", "2: [{'rows':[{'n':1}]}]");
        }
    }

    @Nested
    class ADurableTransaction {
        @Test
        void isAnsweredWhenItIsOnTheDiskAndHoldsNobodyBack() {
            storage.syncing = Answer.LATER;

            anna.send(transact(1, insert(1) + ",{'op':'commit','durable':true}"), transact(2, select()));
            assertThat(anna.news()).containsExactly("2: [{'rows':[{'n':1}]}]");

            storage.tell(listener -> listener.durable(storage.last()));
            bench.run();
            assertThat(anna.news()).containsExactly("1: [{'uuid':['uuid','#1']},{}]");
        }

        @Test
        void failsWhenNobodyKnowsWhatIsOnTheDisk() {
            storage.syncing = Answer.LATER;
            anna.send(transact(1, insert(1) + ",{'op':'commit','durable':true}"));

            storage.tell(listener -> listener.broken(ScriptedStorage.FULL));
            bench.run();
            anna.send(transact(2, select()));

            assertThat(anna.news())
                    .containsExactly("1: [{'uuid':['uuid','#1']},{}," + IO_ERROR + "]", "2: [{'rows':[{'n':1}]}]");
        }

        @Test
        void failsOnceWhenItIsNotWritten() {
            storage.writing = Answer.REFUSED;

            anna.send(transact(1, insert(1) + ",{'op':'commit','durable':true}"));
            storage.tell(listener -> listener.durable(0));
            bench.run();

            assertThat(anna.news()).containsExactly("1: [{'uuid':['uuid','#1']},{}," + IO_ERROR + "]");
        }

        @Test
        void waitsForTheDiskAlsoIfItChangesNothing() {
            storage.syncing = Answer.LATER;

            anna.send(transact(1, "{'op':'commit','durable':true}"));
            assertThat(anna.news()).isEmpty();

            storage.tell(listener -> listener.durable(0));
            bench.run();
            assertThat(anna.news()).containsExactly("1: [{}]");
        }
    }

    @Test
    void aDurableTransactionIsAnsweredWhateverStandsBesideIt() {
        anna.send(transact(1, insert(1)), transact(2, "{'op':'commit','durable':true}"), transact(3, insert(2)));

        assertThat(anna.news()).hasSize(3).contains("2: [{}]");
    }

    @Test
    void ephemeralChangesAreNotStored() {
        anna.send(transact(1, "{'op':'insert','table':'U','row':{'n':1}}"));
        int before = storage.appended.size();

        anna.send(transact(2, "{'op':'update','table':'U','where':[],'row':{'e':5}}"));

        assertThat(anna.news()).endsWith("2: [{'count':1}]");
        assertThat(storage.appended).hasSize(before);
    }
}
