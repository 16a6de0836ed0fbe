package dev.ovsdb.idl.transaction;

import static dev.ovsdb.idl.transaction.TransactionScene.A;
import static dev.ovsdb.idl.transaction.TransactionScene.B;
import static dev.ovsdb.idl.transaction.TransactionScene.WHERE_A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.schema.ConstraintException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What of a function's reading and writing is sent, and what it sees of its own. */
class StagingTest {
    private static final String THERE = "{'op':'wait','table':'T','timeout':0,'where':" + WHERE_A
            + ",'columns':['_uuid'],'until':'==','rows':[{'_uuid':['uuid','" + A + "']}]}";
    private final TransactionScene scene = new TransactionScene();

    @AfterEach
    void nothingIsLeft() {
        scene.close();
    }

    @Test
    void whatWasReadIsVerifiedByOneWaitForEachRow() {
        scene.peer.on("transact").reply("[{},{},{'count':1}]");

        Ending ending = scene.run(tx -> {
            WritableRow a = tx.require("T", A);
            long sum = a.get("n").asLong() + tx.require("T", B).get("n").asLong();
            assertThat(a.get("note").asString()).isEqualTo("old");
            a.set("n", sum);
        });

        assertThat(ending).isInstanceOf(Success.class);
        assertThat(scene.sent())
                .isEqualTo("{'op':'wait','table':'T','timeout':0,'where':" + WHERE_A
                        + ",'columns':['n','note'],'until':'==','rows':[{'n':1,'note':'old'}]},"
                        + "{'op':'wait','table':'T','timeout':0,'where':[['_uuid','==',['uuid','" + B
                        + "']]],'columns':['n'],'until':'==','rows':[{'n':2}]},"
                        + "{'op':'update','table':'T','where':" + WHERE_A + ",'row':{'n':3}}");
    }

    @Test
    void ofARowThatIsOnlyWrittenTheServerConfirmsThatItIsThere() {
        scene.peer.on("transact").reply("[{},{'count':1}]");

        scene.run(tx -> tx.require("T", A).set("note", "new"));

        assertThat(scene.sent())
                .isEqualTo(THERE + ",{'op':'update','table':'T','where':" + WHERE_A + ",'row':{'note':'new'}}");
    }

    @Test
    void withoutVerificationOnlyNamedColumnsAreVerified() {
        scene.peer.on("transact").reply("[{},{'count':1}]");

        scene.run(TransactionOptions.defaults().unverified(), tx -> {
            WritableRow a = tx.require("T", A).verify("name");
            a.set("note", a.get("note").asString() + a.get("n"));
        });

        assertThat(scene.sent())
                .isEqualTo("{'op':'wait','table':'T','timeout':0,'where':" + WHERE_A
                        + ",'columns':['name'],'until':'==','rows':[{'name':'a'}]},"
                        + "{'op':'update','table':'T','where':" + WHERE_A + ",'row':{'note':'old1'}}");
    }

    @Test
    void insertedRowsAreReferredToAtOnce() {
        UUID server = UUID.fromString("cccccccc-0000-4000-8000-000000000000");
        UUID chosen = UUID.fromString("dddddddd-0000-4000-8000-000000000000");
        scene.peer
                .on("transact")
                .reply("[{},{'uuid':['uuid','" + server + "']},{'uuid':['uuid','" + chosen + "']},{'count':1}]");
        List<WritableRow> rows = new ArrayList<>();

        Ending ending = scene.run(tx -> {
            WritableRow first = tx.insert("T").set("name", "c");
            WritableRow second = tx.insert("T", chosen).set("name", "d").set("peer", first);
            tx.require("T", A).set("peer", second);
            rows.addAll(List.of(first, second));
            assertThat(second.reference("peer")).containsSame(first);
            assertThat(tx.require("T", A).reference("peer")).containsSame(second);
        });

        assertThat(scene.sent())
                .isEqualTo(THERE + ",{'op':'insert','table':'T','uuid-name':'row1','row':{'name':'c'}},"
                        + "{'op':'insert','table':'T','uuid':'" + chosen
                        + "','row':{'name':'d','peer':['named-uuid','row1']}},"
                        + "{'op':'update','table':'T','where':" + WHERE_A + ",'row':{'peer':['uuid','" + chosen
                        + "']}}");
        assertThat(ending.requireSuccess().uuid(rows.get(0))).isEqualTo(server);
        assertThat(ending.requireSuccess().uuid(rows.get(1))).isEqualTo(chosen);
    }

    @Test
    void aRowThatIsReferredToMustBeThere() {
        scene.peer.on("transact").reply("[{},{'uuid':['uuid','" + B + "']}]");

        scene.run(tx -> tx.insert("T").set("peer", tx.require("T", A)));

        assertThat(scene.sent()).startsWith(THERE + ",{'op':'insert'");
    }

    @Test
    void partsOfSetsAndMapsAreMutated() {
        scene.peer.on("transact").reply("[{},{'count':1}]");

        scene.run(tx -> tx.require("T", A)
                .add("tags", "y")
                .add("tags", "z")
                .remove("tags", "x")
                .remove("tags", "z")
                .put("ids", "k", "w")
                .removeKey("ids", "gone"));

        assertThat(scene.sent())
                .isEqualTo(THERE + ",{'op':'mutate','table':'T','where':" + WHERE_A
                        + ",'mutations':[['tags','delete',['set',['x','z']]],['tags','insert','y'],"
                        + "['ids','delete',['set',['gone','k']]],['ids','insert',['map',[['k','w']]]]]}");
    }

    @Test
    void anIncrementReadsTheNewValueBack() {
        scene.peer.on("transact").reply("[{},{'count':1},{'rows':[{'n':43}]}]");
        List<WritableRow> rows = new ArrayList<>();

        Ending ending = scene.run(tx -> {
            rows.add(tx.require("T", A).increment("n", 2).increment("n", 3));
        });

        assertThat(ending.requireSuccess().incremented(rows.get(0), "n")).isEqualTo(43);
        assertThat(scene.sent())
                .isEqualTo(THERE + ",{'op':'mutate','table':'T','where':" + WHERE_A
                        + ",'mutations':[['n','+=',5]]},{'op':'select','table':'T','where':" + WHERE_A
                        + ",'columns':['n']}");
    }

    @Test
    void realsAndNumbersThatNeedNotBeThereAreIncremented() {
        scene.peer.on("transact").reply("[{},{'count':1},{'rows':[{'ratio':1.5}]},{'rows':[{'spare':['set',[]]}]}]");
        List<WritableRow> rows = new ArrayList<>();

        Ending ending = scene.run(tx -> {
            WritableRow a = tx.require("T", A)
                    .increment("ratio", 1)
                    .increment("ratio", 0.5)
                    .increment("spare", 7);
            assertThat(a.get("ratio").asDouble()).isEqualTo(1.5);
            assertThat(a.get("spare").isEmpty()).isTrue();
            rows.add(a);
        });

        Success success = ending.requireSuccess();
        assertThat(success.newValue(rows.get(0), "ratio")).isEqualTo(Datum.of(1.5));
        assertThat(success.newValue(rows.get(0), "spare").isEmpty()).isTrue();
        assertThatThrownBy(() -> success.incremented(rows.get(0), "spare"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("spare");
        assertThat(scene.sent()).contains("'mutations':[['ratio','+=',1.5],['spare','+=',7]]");
    }

    @Test
    void rowsAreKeysAndValuesOfMaps() {
        scene.peer.on("transact").reply("[{},{'count':1},{'uuid':['uuid','" + B + "']}]");

        scene.run(tx -> {
            WritableRow a = tx.require("T", A);
            WritableRow c = tx.insert("T").put("slots", Atom.of(1), a);
            a.put("shares", c, Atom.of(0.5)).put("slots", Atom.of(2), c);
            assertThat(a.findReference("shares", c.uuid())).isSameAs(c);
            assertThat(a.findReference("shares", B)).isNull();
            assertThat(a.findReferenceByKey("slots", Atom.of(2))).isSameAs(c);
            assertThat(c.findReferenceByKey("slots", Atom.of(1))).isSameAs(a);
            assertThat(c.findReferenceByKey("slots", Atom.of(9))).isNull();
        });

        assertThat(scene.sent())
                .contains("'row':{'slots':['map',[[1,['uuid','" + A + "']]]]}")
                .contains("['shares','insert',['map',[[['named-uuid','row1'],0.5]]]]")
                .contains("['slots','insert',['map',[[2,['named-uuid','row1']]]]]");
    }

    @Test
    void whatIsAddedToANewRowTakesThePlaceOfADefaultThatIsNothing() {
        scene.peer.on("transact").reply("[{},{'uuid':['uuid','" + B + "']}]");

        scene.run(tx -> {
            WritableRow c = tx.insert("T").add("stems", tx.require("T", A)).increment("n", 2);
            assertThat(c.references("stems")).containsExactly(tx.require("T", A));
        });

        assertThat(scene.sent()).endsWith("'row':{'stems':['uuid','" + A + "'],'n':2}}");
    }

    @Test
    void commentsAreJoinedAndLocksComeFirst() {
        scene.peer.on("transact").reply("[{},{},{},{}]");

        scene.run(TransactionOptions.defaults().unverified().durably(), tx -> {
            tx.comment("one");
            tx.comment("two");
            tx.require("T", A).delete();
            tx.assertLock("leader");
        });

        assertThat(scene.sent())
                .isEqualTo("{'op':'assert','lock':'leader'},{'op':'delete','table':'T','where':" + WHERE_A
                        + "},{'op':'comment','comment':'one\\ntwo'},{'op':'commit','durable':true}");
    }

    @Test
    void valuesThatDoNotChangeAreLeftOutAndVerifiedIfSoChosen() {
        scene.peer.on("transact").reply("[{},{'count':1}]");

        scene.run(
                TransactionOptions.defaults().onlyChanged(),
                tx -> tx.require("T", A)
                        .set("note", "old")
                        .set("n", 7)
                        .add("tags", "x")
                        .set("secret", "s"));

        assertThat(scene.sent())
                .isEqualTo("{'op':'wait','table':'T','timeout':0,'where':" + WHERE_A
                        + ",'columns':['note','tags'],'until':'==','rows':[{'note':'old','tags':'x'}]},"
                        + "{'op':'update','table':'T','where':" + WHERE_A + ",'row':{'n':7,'secret':'s'}}");
    }

    @Test
    void nothingIsSentIfNothingChanges() {
        assertThat(scene.run(tx ->
                        tx.require("T", A).set("note", "old").add("tags", "x").put("ids", "k", "v")))
                .isEqualTo(new Ending.Unchanged());
        assertThat(scene.run(tx -> tx.insert("T").delete())).isEqualTo(new Ending.Unchanged());
        assertThat(scene.run(tx -> {
                    tx.require("T", A).set("note", "new");
                    tx.abort();
                }))
                .isEqualTo(new Ending.Aborted(false));
        assertThat(scene.allSent()).isEmpty();
    }

    @Test
    void thatNoRowMeetsAConditionIsVerified() {
        scene.peer.on("transact").reply("[{},{'uuid':['uuid','" + B + "']}]");

        scene.run(tx -> {
            tx.verifyNone("T", Condition.equal("note", "mine"));
            tx.insert("T").set("note", "mine");
        });

        assertThat(scene.sent())
                .startsWith("{'op':'wait','table':'T','timeout':0,'where':[['note','==','mine']],"
                        + "'columns':['_uuid'],'until':'==','rows':[]},");
    }

    @Nested
    class WhatTheFunctionSees {
        @Test
        void isWhatItStaged() {
            scene.run(tx -> {
                WritableRow a = tx.require("T", A);
                a.add("tags", "y").put("ids", "k2", "v2").increment("n", 5).set("note", "new");
                assertThat(a.get("tags").asStrings()).containsExactly("x", "y");
                assertThat(a.get("ids").asStringMap()).containsEntry("k", "v").containsEntry("k2", "v2");
                assertThat(a.get("n").asLong()).isEqualTo(6);
                assertThat(a.get("note").asString()).isEqualTo("new");
                tx.require("T", B).delete();
                assertThat(tx.row("T", B)).isEmpty();
                WritableRow c = tx.insert("T").set("name", "c").increment("n", 4);
                assertThat(c.get("n").asLong()).isEqualTo(4);
                assertThat(tx.rows("T")).containsExactly(a, c);
                assertThat(tx.find("T", "name", "c")).containsSame(c);
                assertThat(tx.find("T", "name", "b")).isEmpty();
                assertThat(tx.find("T", "name", "a")).containsSame(a);
                assertThat(tx.where("T", row -> row.get("n").asLong() > 4)).containsExactly(a);
                assertThat(tx.view().table("T").size()).isEqualTo(2);
                tx.abort();
            });
        }

        @Test
        void isOneVersionWhateverArrives() {
            scene.run(tx -> {
                scene.changeOfA(9, 2);
                scene.loop.run();
                assertThat(tx.require("T", A).get("n").asLong()).isEqualTo(1);
                assertThat(scene.idl.table("T").require(A).get("n").asLong()).isEqualTo(9);
            });
        }
    }

    @Nested
    class BadUse {
        private void refused(Class<? extends RuntimeException> how, TransactionBody body, String... names) {
            assertThat(TransactionScene.failure(scene.start(body)))
                    .isInstanceOf(how)
                    .hasMessageContainingAll(names);
            assertThat(scene.allSent()).isEmpty();
        }

        @Test
        void isRefusedWhereItHappens() {
            refused(NoSuchElementException.class, tx -> tx.rows("U"), "U");
            refused(NoSuchElementException.class, tx -> tx.require("T", A).get("nope"), "T", "nope");
            refused(NoSuchElementException.class, tx -> tx.require("T", A).set("nope", 1), "T", "nope");
            refused(NoSuchElementException.class, tx -> tx.require("T", A).get("secret"), "T", "secret");
            refused(ConstraintException.class, tx -> tx.require("T", A).set("n", 101), "T.n", "101");
            refused(ConstraintException.class, tx -> tx.require("T", A).set("n", "text"), "T.n");
            refused(ConstraintException.class, tx -> tx.require("T", A).add("tags", Datum.of(1)), "T.tags");
            refused(IllegalArgumentException.class, tx -> tx.require("T", A).add("n", Datum.of(1)), "n", "T", "set");
            refused(IllegalArgumentException.class, tx -> tx.require("T", A).increment("note", 1), "note", "T");
            refused(IllegalArgumentException.class, tx -> tx.require("T", A).increment("n", 0.5), "n", "T", "real");
            refused(IllegalArgumentException.class, tx -> tx.require("T", A).increment("tags", 1), "tags", "T");
            refused(IllegalArgumentException.class, tx -> tx.require("T", A).set("name", "c"), "name", "T");
            refused(IllegalArgumentException.class, tx -> tx.insert("T", A), "T", A.toString());
        }

        @Test
        void ofDeletedRowsIsRefused() {
            refused(
                    IllegalStateException.class,
                    tx -> {
                        WritableRow a = tx.require("T", A);
                        a.delete();
                        a.set("note", "x");
                    },
                    "T",
                    "note",
                    "deleted");
        }

        @Test
        void afterTheEndIsRefused() {
            List<WritableRow> kept = new ArrayList<>();
            List<IdlTransaction> over = new ArrayList<>();
            scene.run(tx -> {
                kept.add(tx.require("T", A));
                over.add(tx);
            });

            assertThatThrownBy(() -> kept.get(0).set("note", "x"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll("T", "note", "over");
            assertThatThrownBy(() -> over.get(0).insert("T")).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void onTheEventLoopIsRefused() {
            scene.loop.run(() ->
                    assertThatThrownBy(() -> scene.idl.transact(tx -> {})).isInstanceOf(IllegalStateException.class));
            scene.loop.run(() -> assertThat(TransactionScene.failure(scene.idl.transactAsync(Runnable::run, tx -> {})))
                    .isInstanceOf(IllegalStateException.class));
        }
    }

    @Test
    void aWriteOnlyColumnIsWrittenAndReadBackFromWhatWasStaged() {
        scene.peer.on("transact").reply("[{},{'count':1}]");

        scene.run(tx -> {
            WritableRow a = tx.require("T", A).set("secret", "s");
            assertThat(a.get("secret").asString()).isEqualTo("s");
        });

        assertThat(scene.sent()).endsWith("'row':{'secret':'s'}}");
    }
}
