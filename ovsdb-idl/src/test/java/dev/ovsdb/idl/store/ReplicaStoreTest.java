package dev.ovsdb.idl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.idl.interest.IndexSpec;
import dev.ovsdb.idl.interest.KeyPart;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.monitor.RowUpdate;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReplicaStoreTest {
    static final DatabaseSchema SCHEMA =
            DatabaseSchema.parse("{'name':'S','version':'1.0.0','tables':{".replace('\'', '"')
                    + ("'Bridge':{'columns':{'name':{'type':'string'},"
                                    + "'ports':{'type':{'key':{'type':'uuid','refTable':'Port'},'min':0,'max':'unlimited'}},"
                                    + "'ids':{'type':{'key':'string','value':'string','min':0,'max':'unlimited'}}},"
                                    + "'isRoot':true,'indexes':[['name']]},"
                                    + "'Port':{'columns':{'name':{'type':'string'},'tag':{'type':{'key':'integer','min':0,'max':1}},"
                                    + "'stat':{'type':'integer'}}}}}")
                            .replace('\'', '"'));

    private final ReplicaStore store = new ReplicaStore();
    private StoredTable bridges;
    private StoredTable ports;

    @BeforeEach
    void tables() {
        bridges = store.add(
                new TableShape(SCHEMA.requireTable("Bridge"), List.of("name", "ports", "ids"), List.of()),
                List.of(
                        IndexSpec.of("name", "name").inOrder(),
                        IndexSpec.of("owner", KeyPart.mapValue("ids", "owner"))));
        ports = store.add(
                new TableShape(SCHEMA.requireTable("Port"), List.of("name", "tag", "stat"), List.of("stat")),
                List.of(IndexSpec.of("tag,name", "tag", "name").inOrder()));
    }

    private static UUID uuid(long n) {
        return new UUID(n, n);
    }

    private static Row port(String name) {
        return Row.of(Map.of("name", Datum.of(name)));
    }

    private static Row port(String name, long tag) {
        return Row.builder()
                .put("name", Datum.of(name))
                .put("tag", Datum.of(tag))
                .build();
    }

    private static Row bridge(String name, UUID... ports) {
        List<Atom> references = new ArrayList<>();
        for (UUID port : ports) {
            references.add(Atom.of(port));
        }
        return Row.builder()
                .put("name", Datum.of(name))
                .put("ports", Datum.set(references))
                .build();
    }

    private Published contents(Object... rows) {
        StoreWrite write = store.beginContents();
        for (int i = 0; i < rows.length; i += 3) {
            write.apply((String) rows[i], (UUID) rows[i + 1], new RowUpdate.Initial((Row) rows[i + 2]));
        }
        return write.publish();
    }

    private Published update(String table, UUID uuid, RowUpdate update) {
        StoreWrite write = store.begin();
        write.apply(table, uuid, update);
        return write.publish();
    }

    private List<String> names(StoredTable table, long version) {
        List<String> names = new ArrayList<>();
        table.forEach(version, image -> names.add(image.values().require("name").asString()));
        names.sort(null);
        return names;
    }

    private List<String> byKey(StoredTable table, String index, long version, Datum... key) {
        List<String> names = new ArrayList<>();
        table.find(
                table.index(index),
                IndexKey.of(List.of(key)),
                version,
                image -> names.add(image.values().require("name").asString()));
        names.sort(null);
        return names;
    }

    private List<String> referrers(UUID target, long version) {
        List<String> names = new ArrayList<>();
        ports.referrers(
                target,
                null,
                version,
                image -> names.add(image.values().require("name").asString()));
        names.sort(null);
        return names;
    }

    @Nested
    class Contents {
        @Test
        void areSeenAllAtOnce() {
            StoreWrite write = store.beginContents();
            write.apply("Port", uuid(1), new RowUpdate.Initial(port("p1")));
            assertThat(store.published()).isEqualTo(ReplicaStore.NOTHING);
            assertThat(ports.find(uuid(1), store.published())).isNull();
            assertThat(ports.size(store.published())).isZero();

            Published first = write.publish();

            assertThat(first.first()).isTrue();
            assertThat(store.sequence()).isEqualTo(1);
            assertThat(names(ports, store.published())).containsExactly("p1");
            assertThat(ports.size(store.published())).isEqualTo(1);
        }

        @Test
        void leaveNoTraceWhenTheyAreCutOff() {
            StoreWrite write = store.beginContents();
            write.apply("Bridge", uuid(9), new RowUpdate.Initial(bridge("b", uuid(1))));
            write.abandon();
            contents("Port", uuid(1), port("p1"));

            assertThat(names(bridges, store.published())).isEmpty();
            assertThat(byKey(bridges, "name", store.published(), Datum.of("b"))).isEmpty();
            assertThat(referrers(uuid(1), store.published())).isEmpty();
        }

        @Test
        void fillInWhatTheServerLeavesOutSinceItIsTheDefault() {
            contents("Port", uuid(1), port("p1"));
            assertThat(ports.find(uuid(1), 1).values().require("tag")).isEqualTo(Datum.emptySet());
            assertThat(ports.find(uuid(1), 1).values().require("stat")).isEqualTo(Datum.of(0));
        }

        @Test
        void readAnewChangeOnlyWhatDiffers() {
            contents("Port", uuid(1), port("p1"), "Port", uuid(2), port("p2"), "Port", uuid(3), port("p3"));
            RowImage untouched = ports.find(uuid(1), store.published());

            Published again =
                    contents("Port", uuid(1), port("p1"), "Port", uuid(2), port("x2"), "Port", uuid(4), port("p4"));

            assertThat(ports.find(uuid(1), store.published())).isSameAs(untouched);
            assertThat(names(ports, store.published())).containsExactly("p1", "p4", "x2");
            assertThat(again.changes())
                    .extracting(change -> (change.after() == null ? change.before() : change.after()).uuid())
                    .containsExactlyInAnyOrder(uuid(2), uuid(3), uuid(4));
            assertThat(store.sequence()).isEqualTo(2);
        }

        @Test
        void readAnewAndCutOffLeaveWhatWasThere() {
            contents("Port", uuid(1), port("p1"), "Bridge", uuid(9), bridge("b", uuid(1)));
            StoreWrite write = store.beginContents();
            write.apply("Port", uuid(1), new RowUpdate.Initial(port("x1")));
            write.apply("Bridge", uuid(9), new RowUpdate.Initial(bridge("c", uuid(2))));
            write.apply("Bridge", uuid(8), new RowUpdate.Initial(bridge("d")));
            write.abandon();

            assertThat(names(ports, store.published())).containsExactly("p1");
            assertThat(byKey(bridges, "name", store.published(), Datum.of("b"))).containsExactly("b");
            assertThat(byKey(bridges, "name", store.published(), Datum.of("c"))).isEmpty();
            assertThat(referrers(uuid(1), store.published())).containsExactly("b");
            assertThat(bridges.size(store.published())).isEqualTo(1);
            assertThat(bridges.index("name").keys()).isEqualTo(1);
            assertThat(store.referrers().targets()).isEqualTo(1);
        }
    }

    @Nested
    class AnUpdate {
        @BeforeEach
        void given() {
            contents("Port", uuid(1), port("p1", 5), "Bridge", uuid(9), bridge("b", uuid(1)));
        }

        @Test
        void togglesAndReplaces() {
            update("Bridge", uuid(9), new RowUpdate.Modify(Row.of(Map.of("ports", Datum.set(Atom.of(uuid(2)))))));
            update("Port", uuid(1), new RowUpdate.Modify(Row.of(Map.of("name", Datum.of("q1")))));

            assertThat(referrers(uuid(2), store.published())).containsExactly("b");
            assertThat(referrers(uuid(1), store.published())).containsExactly("b");
            assertThat(names(ports, store.published())).containsExactly("q1");
        }

        @Test
        void ofSilentColumnsIsTakenInAndNotTold() {
            long before = store.sequence();
            Published silent = update("Port", uuid(1), new RowUpdate.Modify(Row.of(Map.of("stat", Datum.of(7)))));

            assertThat(ports.find(uuid(1), store.published()).values().require("stat"))
                    .isEqualTo(Datum.of(7));
            assertThat(ports.find(uuid(1), store.published()).modified()).isEqualTo(before);
            assertThat(silent.changes()).noneMatch(StoredChange::isTold);
            assertThat(store.sequence()).isEqualTo(before);
        }

        @Test
        void countsAlsoWhereItChangesNothing() {
            long before = store.sequence();
            store.begin().publish();
            assertThat(store.sequence()).isEqualTo(before + 1);
        }

        @Test
        void thatDoesNotFitIsRefused() {
            StoreWrite write = store.begin();
            RowUpdate modify = new RowUpdate.Modify(Row.of(Map.of("name", Datum.of("x"))));
            assertThatThrownBy(() -> write.apply("Nothing", uuid(1), modify))
                    .isInstanceOf(InconsistentUpdateException.class)
                    .hasMessageContaining("Nothing");
            assertThatThrownBy(() -> write.apply("Port", uuid(77), modify))
                    .isInstanceOf(InconsistentUpdateException.class)
                    .hasMessageContaining(uuid(77).toString());
            assertThatThrownBy(() -> write.apply("Port", uuid(77), new RowUpdate.Delete(null)))
                    .isInstanceOf(InconsistentUpdateException.class);
            assertThatThrownBy(() -> write.apply("Port", uuid(1), new RowUpdate.Insert(port("p"))))
                    .isInstanceOf(InconsistentUpdateException.class);
            RowUpdate unknown = new RowUpdate.Modify(Row.of(Map.of("nocolumn", Datum.of("x"))));
            assertThatThrownBy(() -> write.apply("Port", uuid(1), unknown))
                    .isInstanceOf(InconsistentUpdateException.class);
            RowUpdate otherBefore = new RowUpdate.Replace(port("other"), port("p2"));
            assertThatThrownBy(() -> write.apply("Port", uuid(1), otherBefore))
                    .isInstanceOf(InconsistentUpdateException.class);
        }
    }

    @Nested
    class APinnedVersion {
        @Test
        void keepsItsRowsIndexesAndReferencesUntilItIsLetGo() {
            contents("Port", uuid(1), port("p1", 5), "Bridge", uuid(9), bridge("b", uuid(1)));
            long held = store.pin().version();
            for (int i = 0; i < 1_000; i++) {
                update("Port", uuid(1), new RowUpdate.Modify(Row.of(Map.of("name", Datum.of("n" + i)))));
            }
            update("Bridge", uuid(9), new RowUpdate.Delete(null));
            update("Port", uuid(1), new RowUpdate.Delete(null));

            assertThat(names(ports, held)).containsExactly("p1");
            assertThat(ports.size(held)).isEqualTo(1);
            assertThat(byKey(ports, "tag,name", held, Datum.of(5), Datum.of("p1")))
                    .containsExactly("p1");
            assertThat(referrers(uuid(1), held)).containsExactly("b");
            assertThat(names(ports, store.published())).isEmpty();
            assertThat(store.superseded()).isEqualTo(2);

            store.unpin(held);

            assertThat(store.superseded()).isZero();
            assertThat(ports.rows()).isEmpty();
            assertThat(ports.index("tag,name").keys()).isZero();
            assertThat(store.referrers().targets()).isZero();
        }

        @Test
        void ofARowThatCameBackShowsTheOldOne() {
            contents("Port", uuid(1), port("old"));
            long held = store.pin().version();
            update("Port", uuid(1), new RowUpdate.Delete(null));
            update("Port", uuid(1), new RowUpdate.Insert(port("new")));

            assertThat(names(ports, held)).containsExactly("old");
            store.unpin(held);
            assertThat(names(ports, store.published())).containsExactly("new");
            assertThat(ports.row(uuid(1)).images()).isEqualTo(1);
        }
    }

    @Nested
    class AnOrderedIndex {
        @BeforeEach
        void given() {
            contents(
                    "Port",
                    uuid(1),
                    port("a", 1),
                    "Port",
                    uuid(2),
                    port("b", 1),
                    "Port",
                    uuid(3),
                    port("a", 2),
                    "Port",
                    uuid(4),
                    port("z"));
        }

        private List<String> range(IndexKey from, IndexKey to) {
            List<String> found = new ArrayList<>();
            ports.range(
                    ports.index("tag,name"),
                    from,
                    to,
                    store.published(),
                    image -> found.add(image.values().require("tag") + " "
                            + image.values().require("name").asString()));
            return found;
        }

        @Test
        void answersRangesWithBothEndsIncluded() {
            IndexKey oneB = IndexKey.of(List.of(Datum.of(1), Datum.of("b")));
            IndexKey two = IndexKey.of(List.of(Datum.of(2)));
            assertThat(range(oneB, two)).containsExactly("1 b", "2 a");
            assertThat(range(null, oneB)).hasSize(3);
            assertThat(range(null, null)).hasSize(4);
        }

        @Test
        void answersPrefixes() {
            List<String> found = new ArrayList<>();
            ports.prefix(
                    ports.index("tag,name"),
                    IndexKey.of(List.of(Datum.of(1))),
                    store.published(),
                    image -> found.add(image.values().require("name").asString()));
            assertThat(found).containsExactly("a", "b");
        }
    }
}
