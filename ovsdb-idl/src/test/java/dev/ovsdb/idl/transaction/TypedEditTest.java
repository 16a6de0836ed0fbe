package dev.ovsdb.idl.transaction;

import static dev.ovsdb.idl.transaction.TransactionScene.A;
import static dev.ovsdb.idl.transaction.TransactionScene.B;
import static dev.ovsdb.idl.transaction.TransactionScene.WHERE_A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.idl.ReadableRow;
import dev.ovsdb.idl.Replica;
import dev.ovsdb.idl.typed.AtomCodec;
import dev.ovsdb.idl.typed.EnumValue;
import dev.ovsdb.idl.typed.MapColumn;
import dev.ovsdb.idl.typed.NumberColumn;
import dev.ovsdb.idl.typed.OptionalColumn;
import dev.ovsdb.idl.typed.OptionalNumberColumn;
import dev.ovsdb.idl.typed.OptionalReferenceColumn;
import dev.ovsdb.idl.typed.ReferenceKeyMapColumn;
import dev.ovsdb.idl.typed.ReferenceMapColumn;
import dev.ovsdb.idl.typed.ReferenceSetColumn;
import dev.ovsdb.idl.typed.ScalarColumn;
import dev.ovsdb.idl.typed.SetColumn;
import dev.ovsdb.idl.typed.TypedEdit;
import dev.ovsdb.idl.typed.TypedRow;
import dev.ovsdb.idl.typed.TypedTable;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Transactions by typed tables and columns. */
class TypedEditTest {
    private static final String THERE = "{'op':'wait','table':'T','timeout':0,'where':" + WHERE_A
            + ",'columns':['_uuid'],'until':'==','rows':[{'_uuid':['uuid','" + A + "']}]}";

    private final TransactionScene scene = new TransactionScene();

    @AfterEach
    void closeEverything() {
        scene.close();
    }

    enum Kind implements EnumValue {
        OAK,
        ELM;

        @Override
        public Optional<Atom> atom() {
            return Optional.of(Atom.of(this == OAK ? "oak" : "elm"));
        }
    }

    /** As generated code is. */
    static final class Tree extends TypedRow {
        static final ScalarColumn<Tree, String> NAME = new ScalarColumn<>("T", "name", AtomCodec.STRING);
        static final NumberColumn<Tree, Long> N = new NumberColumn<>("T", "n", AtomCodec.INTEGER);
        static final SetColumn<Tree, String> TAGS = new SetColumn<>("T", "tags", AtomCodec.STRING);
        static final MapColumn<Tree, String, String> IDS =
                new MapColumn<>("T", "ids", AtomCodec.STRING, AtomCodec.STRING);
        static final OptionalReferenceColumn<Tree, Tree> PEER = new OptionalReferenceColumn<>("T", "peer", Tree::new);
        static final ReferenceSetColumn<Tree, Tree> PEERS = new ReferenceSetColumn<>("T", "peers", Tree::new);
        static final ReferenceMapColumn<Tree, Long, Tree> SLOTS =
                new ReferenceMapColumn<>("T", "slots", AtomCodec.INTEGER, Tree::new);
        static final ReferenceKeyMapColumn<Tree, Tree, Double> SHARES =
                new ReferenceKeyMapColumn<>("T", "shares", Tree::new, AtomCodec.REAL);
        static final NumberColumn<Tree, Double> RATIO = new NumberColumn<>("T", "ratio", AtomCodec.REAL);
        static final OptionalNumberColumn<Tree, Long> SPARE =
                new OptionalNumberColumn<>("T", "spare", AtomCodec.INTEGER);
        static final OptionalColumn<Tree, Kind> KIND =
                new OptionalColumn<>("T", "kind", AtomCodec.enumeration(Kind.ELM, Kind.values()));
        static final ScalarColumn<Tree, String> NOTE = new ScalarColumn<>("T", "note", AtomCodec.STRING);

        Tree(ReadableRow row) {
            super(row, "T");
        }

        long n() {
            return get("n").asLong();
        }
    }

    private static TypedTable<Tree> trees(IdlTransaction tx) {
        return new TypedTable<>(tx, "T", Tree::new);
    }

    private static TypedTable<Tree> trees(Replica replica) {
        return new TypedTable<>(replica, "T", Tree::new);
    }

    @Test
    void anInsertIsReferredToAtOnceAndReadLikeAnyOtherRow() {
        scene.peer.on("transact").reply("[{},{'uuid':['uuid','" + B + "']},{'count':1},{'count':1}]");
        List<Tree> inserted = new ArrayList<>();

        Ending ending = scene.run(tx -> {
            Tree fresh = tx.insert(trees(tx))
                    .set(Tree.NAME, "c")
                    .set(Tree.KIND, Kind.OAK)
                    .set(Tree.TAGS, List.of("x", "y"))
                    .set(Tree.IDS, Map.of("k", "v"))
                    .set(Tree.SLOTS, Map.of(8L, trees(tx).require(A)))
                    .set(Tree.SPARE, Optional.of(4L))
                    .increment(Tree.N, 2)
                    .row();
            Tree a = trees(tx).require(A);
            tx.edit(a).set(Tree.PEER, fresh).add(Tree.PEERS, fresh).put(Tree.SLOTS, 3L, fresh);
            tx.edit(a).put(Tree.SHARES, fresh, 0.5);
            assertThat(fresh.n()).isEqualTo(2);
            assertThat(Tree.KIND.of(fresh)).hasValue(Kind.OAK);
            assertThat(Tree.PEER.row(a)).hasValue(fresh);
            assertThat(Tree.PEERS.rows(a)).containsExactly(fresh);
            assertThat(Tree.SLOTS.rows(a)).isEqualTo(Map.of(3L, fresh));
            assertThat(Tree.SHARES.rows(a)).isEqualTo(Map.of(fresh, 0.5));
            assertThatThrownBy(fresh::row).isInstanceOf(IllegalStateException.class);
            assertThat(a.row().get("peer").isEmpty()).isTrue();
            inserted.add(fresh);
        });

        Success success = ending.requireSuccess();
        assertThat(success.uuid(inserted.get(0))).isEqualTo(B);
        assertThat(success.incremented(inserted.get(0), Tree.N)).isEqualTo(2);
        assertThat(scene.sent())
                .contains("{'op':'insert','table':'T','uuid-name':'row1','row':{'name':'c','kind':'oak',"
                        + "'tags':['set',['x','y']],'ids':['map',[['k','v']]],'slots':['map',[[8,['uuid','" + A
                        + "']]]],'spare':4,'n':2}}")
                .contains("'row':{'peer':['named-uuid','row1']}")
                .contains("['peers','insert',['named-uuid','row1']]");
    }

    @Test
    void aRowThatWasReadElsewhereIsChangedInPlace() {
        scene.peer
                .on("transact")
                .reply(
                        "[{},{},{'count':1},{'rows':[{'n':7}]},{'rows':[{'ratio':0.5}]},{'rows':[{'spare':['set',[]]}]}]");
        Tree a = trees(scene.idl).require(A);
        Tree b = trees(scene.idl).require(B);

        Ending ending = scene.run(tx -> tx.edit(a)
                .add(Tree.TAGS, "y")
                .removeAll(Tree.TAGS, Set.of("x"))
                .put(Tree.IDS, "k", "w")
                .removeKey(Tree.IDS, "gone")
                .addAll(Tree.PEERS, List.of(b))
                .remove(Tree.PEERS, a)
                .removeKey(Tree.SHARES, b)
                .increment(Tree.N, 6)
                .increment(Tree.RATIO, 0.5)
                .increment(Tree.SPARE, 1));

        Success success = ending.requireSuccess();
        long n = success.incremented(a, Tree.N);
        assertThat(n).isEqualTo(7);
        assertThat(success.incremented(a, Tree.RATIO)).isEqualTo(0.5);
        assertThat(success.incremented(a, Tree.SPARE)).isEmpty();
        assertThatThrownBy(() -> success.incremented(b, Tree.N)).isInstanceOf(NoSuchElementException.class);
        assertThat(scene.sent())
                .startsWith(THERE + ",{'op':'wait'") // B, which is referred to, must be there as well.
                .contains("'mutations':[['tags','delete','x'],['tags','insert','y'],"
                        + "['ids','delete',['set',['gone','k']]],['ids','insert',['map',[['k','w']]]],"
                        + "['peers','delete',['uuid','" + A + "']],['peers','insert',['uuid','" + B + "']],"
                        + "['shares','delete',['uuid','" + B + "']],['n','+=',6],['ratio','+=',0.5],['spare','+=',1]]");
    }

    @Test
    void whatIsReadInATransactionIsVerified() {
        scene.peer.on("transact").reply("[{},{'count':1}]");

        scene.run(tx -> {
            Tree a = trees(tx).by(Tree.NAME, "a").get(0);
            if (a.n() == 1) {
                tx.edit(a)
                        .update(Tree.NOTE, note -> note + "er")
                        .verify(Tree.IDS)
                        .clear(Tree.TAGS);
            }
        });

        assertThat(scene.sent())
                .isEqualTo("{'op':'wait','table':'T','timeout':0,'where':" + WHERE_A
                        + ",'columns':['ids','name','n','note'],'until':'==',"
                        + "'rows':[{'ids':['map',[['k','v']]],'name':'a','n':1,'note':'old'}]},"
                        + "{'op':'update','table':'T','where':" + WHERE_A
                        + ",'row':{'note':'older','tags':['set',[]]}}");
    }

    @Test
    void tablesShowWhatWasStaged() {
        scene.run(tx -> {
            TypedTable<Tree> trees = trees(tx);
            Tree a = trees.require(A);
            Tree c = tx.insert(trees).set(Tree.NAME, "c").set(Tree.N, 50L).row();
            tx.edit(trees.require(B)).delete();
            assertThat(trees.all()).containsExactly(a, c);
            assertThat(trees.size()).isEqualTo(2);
            assertThat(trees.row(B)).isEmpty();
            assertThat(trees.by(Tree.NAME, "c")).containsExactly(c);
            assertThat(trees.by(Tree.NAME, "b")).isEmpty();
            assertThat(trees.where(tree -> tree.n() > 9)).containsExactly(c);
            assertThat(trees.table().size()).isEqualTo(2);
            assertThat(tx.edit(c).get(Tree.N)).isEqualTo(50);
            tx.abort();
        });
    }

    @Test
    void searchesInOrderShowWhatWasStaged() {
        scene.run(tx -> {
            TypedTable<Tree> trees = trees(tx);
            tx.insert(trees).set(Tree.NAME, "aa").set(Tree.N, 1L);
            Tree b = trees.require(B);
            tx.edit(b).set(Tree.N, 0L);
            tx.insert(trees).set(Tree.NAME, "later").set(Tree.N, 9L);
            var order = trees.index("order");
            assertThat(names(order.range(null, null))).containsExactly("b", "a", "aa", "later");
            assertThat(names(order.range(List.of(Datum.of(1)), List.of(Datum.of(8)))))
                    .containsExactly("a", "aa");
            assertThat(names(order.prefix(Datum.of(1)))).containsExactly("a", "aa");
            assertThat(names(order.all(Datum.of(1), Datum.of("aa")))).containsExactly("aa");
            assertThat(order.find(Datum.of(2), Datum.of("b"))).isEmpty();
            tx.abort();
        });
    }

    private static List<String> names(List<Tree> trees) {
        return trees.stream().map(Tree.NAME::of).toList();
    }

    @Nested
    class BadUse {
        @Test
        void ofRowsThatAreNotThereIsRefused() {
            Tree a = trees(scene.idl).require(A);
            scene.run(tx -> {
                tx.edit(a).delete();
                assertThatThrownBy(() -> tx.edit(a)).isInstanceOf(NoSuchElementException.class);
                Tree b = trees(tx).require(B);
                assertThatThrownBy(() -> tx.edit(b).set(Tree.PEER, a))
                        .isInstanceOf(NoSuchElementException.class)
                        .hasMessageContaining(A.toString());
                tx.abort();
            });
        }

        @Test
        void ofInsertsOfAnotherTransactionIsRefused() {
            List<Tree> old = new ArrayList<>();
            scene.run(tx -> {
                old.add(tx.insert(trees(tx), UUID.fromString("cccccccc-0000-4000-8000-000000000000"))
                        .row());
                tx.abort();
            });
            scene.run(tx -> {
                assertThatThrownBy(() -> tx.edit(old.get(0))).isInstanceOf(NoSuchElementException.class);
                assertThatThrownBy(() -> old.get(0).n()).isInstanceOf(IllegalStateException.class);
                TypedEdit<Tree> a = tx.edit(trees(tx).require(A));
                assertThatThrownBy(() -> a.add(Tree.PEERS, old.get(0))).isInstanceOf(NoSuchElementException.class);
            });
            assertThat(scene.allSent()).isEmpty();
        }
    }
}
