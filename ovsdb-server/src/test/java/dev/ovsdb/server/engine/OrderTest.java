package dev.ovsdb.server.engine;

import static dev.ovsdb.server.engine.Bench.insert;
import static dev.ovsdb.server.engine.Bench.request;
import static dev.ovsdb.server.engine.Bench.select;
import static dev.ovsdb.server.engine.Bench.transact;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** In which order things happen to sessions, and reach them. */
class OrderTest {
    private final Bench bench = new Bench();
    private final Bench.Client anna = bench.client();
    private final Bench.Client bert = bench.client();

    @Test
    void aSessionHearsOfItsOwnChangeBeforeItsReply() {
        anna.ask(1, "monitor", "['A','m',{'T':{'columns':['n']}}]").news();

        anna.send(transact(2, insert(1)));

        assertThat(anna.news())
                .containsExactly("update ['m',{'T':{'#1':{'new':{'n':1}}}}]", "2: [{'uuid':['uuid','#1']}]");
    }

    @Test
    void othersHearOfAChangeWithoutAsking() {
        bert.ask(1, "monitor_cond", "['A',['m'],{'T':[{'columns':['n']}]}]").news();

        anna.send(transact(2, insert(1)));

        assertThat(bert.news()).containsExactly("update2 [['m'],{'T':{'#1':{'insert':{'n':1}}}}]");
    }

    @Test
    void whatCameInOneReadBecomesOneUpdate() {
        bert.ask(1, "monitor", "['A','m',{'T':{'columns':['n']}}]").news();

        anna.send(transact(1, insert(1)), transact(2, insert(2)));

        assertThat(bert.news()).hasSize(1).first().asString().contains("#1", "#2");
        assertThat(bench.storage.bases).hasSize(1);
        assertThat(bench.storage.appended).hasSize(2);
    }

    @Test
    void lockTransactUnlockKeepTheirOrder() {
        String guarded = transact(2, "{'op':'assert','lock':'l'}," + insert(1));
        anna.send(
                request(1, "lock", "['l']"),
                guarded,
                request(3, "unlock", "['l']"),
                transact(4, "{'op':'assert','lock':'l'}"));

        assertThat(anna.news())
                .containsExactly(
                        "1: {'locked':true}",
                        "2: [{},{'uuid':['uuid','#1']}]",
                        "3: {}",
                        "4: [{'details':'Asserted lock l not held.','error':'not owner'}]");
    }

    @Test
    void aLockPassesOnWhenItsSessionEnds() {
        anna.ask(1, "lock", "['l']");
        bert.ask(1, "lock", "['l']");

        anna.peer.hangUp();
        bench.run();

        assertThat(bert.news()).containsExactly("1: {'locked':false}", "locked ['l']");
    }

    @Test
    void whatWasReadBeforeTheEndIsStillExecuted() {
        anna.peer.send(transact(1, insert(1)));
        anna.peer.hangUp();
        bench.run();

        bert.send(transact(1, select()));

        assertThat(bert.news()).containsExactly("1: [{'rows':[{'n':1}]}]");
    }

    @Test
    void aCanceledMonitorIsQuietBehindItsReply() {
        anna.ask(1, "monitor", "['A','m',{'T':{'columns':['n']}}]").news();

        anna.send(request(2, "monitor_cancel", "['m']"), transact(3, insert(1)));

        assertThat(anna.news())
                .endsWith("3: [{'uuid':['uuid','#1']}]")
                .filteredOn(news -> news.startsWith("update"))
                .size()
                .isLessThanOrEqualTo(1);
        bert.send(transact(1, insert(2)));
        assertThat(anna.news()).isEmpty();
    }

    @Test
    void aChangedConditionTellsItsRowsBeforeItsReply() {
        anna.send(transact(1, insert(1) + "," + insert(2)));
        anna.ask(2, "monitor_cond", "['A','m',{'T':[{'columns':['n'],'where':[['n','==',1]]}]}]")
                .news();

        anna.ask(3, "monitor_cond_change", "['m','k',{'T':[{'where':[true]}]}]");

        assertThat(anna.news()).containsExactly("update2 ['k',{'T':{'#2':{'insert':{'n':2}}}}]", "3: {}");
    }

    @Test
    void aLongReplyIsFollowedByTheUpdatesThatCameMeanwhile() {
        StringBuilder rows = new StringBuilder(insert(1));
        for (int i = 0; i < 100; i++) {
            rows.append(",{'op':'insert','table':'T','row':{'n':7}}");
        }
        anna.send(transact(1, rows.toString())).news();
        anna.peer.send(request(2, "monitor", "['A','m',{'T':{'columns':['n']}}]"));
        bench.loops.loop.run();
        bert.peer.send(transact(1, insert(2)));
        bench.loops.loop.run();
        assertThat(anna.news()).isEmpty();

        bench.run();

        assertThat(anna.news())
                .satisfiesExactly(
                        reply -> assertThat(reply)
                                .startsWith("2: {'T':{")
                                .contains("#1")
                                .doesNotContain("#2"),
                        update -> assertThat(update).startsWith("update ['m',").contains("#2"));
    }
}
