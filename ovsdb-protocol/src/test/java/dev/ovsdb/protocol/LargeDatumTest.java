package dev.ovsdb.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.protocol.vectors.Rounds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LargeDatumTest {
    private static final int SIZE = 50_000;

    private static SetDatum numbers(long from, long to) {
        return Datum.set(LongStream.range(from, to).mapToObj(Atom::of).toList());
    }

    @Test
    void aChangeSharesAllButOnePathWithTheValueBefore() {
        AtomTree before = AtomTree.of(numbers(0, SIZE).elements(), null);
        Set<TreeNode> old = nodes(before);
        AtomTree added = before.with(Atom.of(-1L), Atom.of(-1L));
        AtomTree removed = before.without(Atom.of(SIZE / 2));
        assertThat(fresh(added, old)).isLessThanOrEqualTo(8);
        assertThat(fresh(removed, old)).isLessThanOrEqualTo(8);
        assertThat(before.size()).isEqualTo(SIZE);
    }

    @Test
    void nodesKeepTheirWidthThroughRandomChanges() {
        Random random = new Random(7);
        AtomTree tree = AtomTree.of(numbers(0, 2_000).elements(), null);
        for (int i = 0; i < Rounds.of(20_000); i++) {
            Atom atom = Atom.of(random.nextInt(3_000));
            tree = i % 3 == 0 || tree.find(atom) == null ? tree.with(atom, atom) : tree.without(atom);
        }
        assertThat(tree.keys()).isSorted();
        for (TreeNode node : nodes(tree)) {
            assertThat(node.width()).isBetween(node.size() == tree.size() ? 2 : TreeNode.LEAST, TreeNode.MOST);
        }
    }

    @Test
    void comparingLooksOnlyAtNodesThatAreNotShared() {
        AtomTree before = AtomTree.of(numbers(0, SIZE).elements(), null);
        AtomTree after = before.without(Atom.of(SIZE / 2));
        TreeCursor old = new TreeCursor(before.root());
        TreeCursor now = new TreeCursor(after.root());
        int steps = 0;
        while (!old.isAtEnd() && !now.isAtEnd()) {
            if (!TreeCursor.skipShared(old, now)) {
                if (old.key().equals(now.key())) {
                    now.next();
                }
                old.next();
            }
            steps++;
        }
        assertThat(old.isAtEnd()).isEqualTo(now.isAtEnd()).isTrue();
        assertThat(steps).isLessThan(6 * TreeNode.MOST);
    }

    @Test
    void aDifferenceIsFoundWhateverTheTreesShare() {
        Random random = new Random(5);
        MapDatum before = randomMap(random, 3_000);
        for (int changes : new int[] {0, 1, 5, 100, 300}) {
            MapDatum after = before;
            for (int i = 0; i < changes; i++) {
                Atom key = Atom.of(random.nextInt(6_000));
                after = (MapDatum) (i % 2 == 0 ? after.put(key, Atom.of(-i)) : after.remove(key)).after();
            }
            MapDatum unrelated = Datum.map(
                    after.entries().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
            DatumDelta delta = DatumDelta.between(before, after);
            assertThat(delta.added()).isEqualTo(after.without(before));
            assertThat(delta.removed()).isEqualTo(before.without(after));
            assertThat(DatumDelta.between(before, unrelated).added()).isEqualTo(delta.added());
            assertThat(DatumDelta.between(before.keys(), unrelated.keys()).removed())
                    .isEqualTo(before.keys().without(after.keys()));
            assertThat(after).isEqualTo(unrelated);
            assertThat(after.equals(before)).isEqualTo(delta.isEmpty());
        }
    }

    private static MapDatum randomMap(Random random, int size) {
        Map<Atom, Atom> pairs = new HashMap<>();
        while (pairs.size() < size) {
            pairs.put(Atom.of(random.nextInt(6_000)), Atom.of(random.nextInt(10)));
        }
        return Datum.map(pairs);
    }

    @Test
    void aSetMayShrinkToNothingOneByOne() {
        SetDatum set = numbers(0, 500);
        List<Atom> atoms = new ArrayList<>(set.atoms());
        Collections.shuffle(atoms, new Random(3));
        for (Atom atom : atoms) {
            set = (SetDatum) set.minus(atom).after();
            assertThat(set.contains(atom)).isFalse();
        }
        assertThat(set).isSameAs(Datum.emptySet());
    }

    @Test
    void aTreeAndAnArrayOfTheSameElementsAreEqual() {
        SetDatum tree = (SetDatum) numbers(0, 65).minus(numbers(40, 65)).after();
        SetDatum array = numbers(0, 40);
        assertThat(numbers(0, 65)).isInstanceOf(LargeSet.class);
        assertThat(numbers(0, 64)).isInstanceOf(ArraySet.class);
        SetDatum stillTree = numbers(0, 64 + 8);
        for (long i = 40; i < 72; i++) {
            stillTree = (SetDatum) stillTree.minus(Atom.of(i)).after();
        }
        assertThat(stillTree).isInstanceOf(LargeSet.class).isEqualTo(array).hasSameHashCodeAs(array);
        assertThat(array).isEqualTo(stillTree).isEqualTo(tree);
    }

    @Test
    void nothingChangesWhenNothingIsNew() {
        SetDatum set = numbers(0, 100);
        assertThat(set.plus(Atom.of(5L)).after()).isSameAs(set);
        assertThat(set.minus(Atom.of(500L)).after()).isSameAs(set);
        MapDatum map =
                (MapDatum) Datum.emptyMap().put(Atom.of("a"), Atom.of(1L)).after();
        assertThat(map.put(Atom.of("a"), Atom.of(1L)).after()).isSameAs(map);
    }

    @Test
    void aReplacedPairIsBothRemovedAndAdded() {
        MapDatum map = Datum.stringMap(Map.of("a", "1"));
        DatumDelta delta = map.put(Atom.of("a"), Atom.of("2"));
        assertThat(delta.removed()).isEqualTo(map);
        assertThat(delta.added()).isEqualTo(Datum.stringMap(Map.of("a", "2")));
        assertThat(map.putIfAbsent((MapDatum) delta.after()).isEmpty()).isTrue();
        assertThat(map.remove((MapDatum) delta.after()).isEmpty()).isTrue();
    }

    @Test
    void uuidsAreFoundInLargeSets() {
        List<Atom> uuids = new ArrayList<>();
        Random random = new Random(11);
        for (int i = 0; i < 1_000; i++) {
            uuids.add(Atom.of(new UUID(random.nextLong(), random.nextLong())));
        }
        SetDatum set = Datum.set(uuids);
        assertThat(uuids).allMatch(set::contains);
        assertThat(set.contains(Atom.of(new UUID(0, 0)))).isFalse();
    }

    private static int fresh(AtomTree tree, Set<TreeNode> old) {
        Set<TreeNode> nodes = nodes(tree);
        nodes.removeAll(old);
        return nodes.size();
    }

    private static Set<TreeNode> nodes(AtomTree tree) {
        Set<TreeNode> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(tree.root(), nodes);
        return nodes;
    }

    private static void collect(TreeNode node, Set<TreeNode> into) {
        into.add(node);
        if (node instanceof TreeBranch branch) {
            for (int i = 0; i < branch.width(); i++) {
                collect(branch.child(i), into);
            }
        }
    }
}
