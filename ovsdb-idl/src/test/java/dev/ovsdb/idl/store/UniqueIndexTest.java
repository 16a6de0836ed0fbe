package dev.ovsdb.idl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.idl.interest.IndexSpec;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.monitor.RowUpdate;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** No two rows of a version have the same values in the columns of an index of the schema, or the version is none of the server's. */
class UniqueIndexTest {
    private static final DatabaseSchema UNIQUE = schema("[['name']]");
    private static final DatabaseSchema FREE = schema("[]");
    private static final UUID A = new UUID(1, 1);
    private static final UUID B = new UUID(2, 2);

    private final ReplicaStore store = new ReplicaStore();
    private final StoredTable table =
            store.add(shape(UNIQUE), List.of(IndexSpec.of("name", "name"), IndexSpec.of("n", "n")));

    private static DatabaseSchema schema(String indexes) {
        return DatabaseSchema.parse(("{'name':'S','version':'1.0.0','tables':{'T':{'isRoot':true,'indexes':" + indexes
                        + ",'columns':{'name':{'type':'string'},'n':{'type':'integer'}}}}}")
                .replace('\'', '"'));
    }

    private static TableShape shape(DatabaseSchema schema) {
        return new TableShape(schema.requireTable("T"), List.of("name", "n"), List.of());
    }

    private static Row named(String name) {
        return Row.builder().put("name", Datum.of(name)).build();
    }

    private static RowUpdate insert(String name) {
        return new RowUpdate.Insert(named(name));
    }

    private static RowUpdate rename(String name) {
        return new RowUpdate.Modify(named(name));
    }

    private static RowUpdate delete() {
        return new RowUpdate.Delete(null);
    }

    private void contents(UUID one, String itsName, UUID other, String otherName) {
        StoreWrite write = store.beginContents();
        write.apply("T", one, insert(itsName));
        write.apply("T", other, insert(otherName));
        publish(write);
    }

    private void update(UUID one, RowUpdate ofOne, UUID other, RowUpdate ofOther) {
        StoreWrite write = store.begin();
        write.apply("T", one, ofOne);
        write.apply("T", other, ofOther);
        publish(write);
    }

    private void update(UUID row, RowUpdate update) {
        StoreWrite write = store.begin();
        write.apply("T", row, update);
        publish(write);
    }

    /** As a feed does. */
    private static void publish(StoreWrite write) {
        try {
            write.publish();
        } catch (InconsistentUpdateException e) {
            write.abandon();
            throw e;
        }
    }

    private List<UUID> named(String name, long version) {
        List<UUID> found = new ArrayList<>();
        StoredIndex index = table.index("name");
        table.find(index, index.key(named(name)), version, image -> found.add(image.uuid()));
        return found;
    }

    @Test
    void aSecondRowOfTheSameValuesIsRefusedAndLeavesNoTrace() {
        contents(A, "a", B, "b");
        long before = store.published();

        assertThatThrownBy(() -> update(B, rename("a")))
                .isInstanceOf(InconsistentUpdateException.class)
                .hasMessageContainingAll("name", "\"a\"", A.toString(), B.toString());
        assertThatThrownBy(() -> update(new UUID(3, 3), insert("b"))).isInstanceOf(InconsistentUpdateException.class);

        assertThat(store.published()).isEqualTo(before);
        assertThat(named("a", before)).containsExactly(A);
        assertThat(named("b", before)).containsExactly(B);
        assertThat(table.size(before)).isEqualTo(2);
    }

    @Test
    void contentsThatHaveThemAreRefused() {
        assertThatThrownBy(() -> contents(A, "a", B, "a")).isInstanceOf(InconsistentUpdateException.class);
        assertThat(store.published()).isEqualTo(ReplicaStore.NOTHING);
        contents(A, "a", B, "b");
        assertThatThrownBy(() -> contents(A, "c", B, "c")).isInstanceOf(InconsistentUpdateException.class);
        assertThat(named("a", store.published())).containsExactly(A);
    }

    @Test
    void withinAnUpdateValuesMayPassFromRowToRow() {
        contents(A, "a", B, "b");
        update(A, rename("b"), B, rename("a"));
        assertThat(named("a", store.published())).containsExactly(B);
        update(new UUID(3, 3), insert("a"), B, delete());
        assertThat(named("a", store.published())).containsExactly(new UUID(3, 3));
    }

    @Test
    void aRowOfAVersionThatIsHeldDoesNotCount() {
        contents(A, "a", B, "b");
        long held = store.pin().version();
        update(A, rename("c"));
        update(B, rename("a"));
        assertThat(named("a", held)).containsExactly(A);
        assertThatThrownBy(() -> update(A, rename("a"))).isInstanceOf(InconsistentUpdateException.class);
        store.unpin(held);
        assertThat(named("a", store.published())).containsExactly(B);
    }

    @Test
    void declaredIndexesHaveAnyNumber() {
        contents(A, "a", B, "b"); // Both have 0 in column n.
        StoredIndex index = table.index("n");
        List<UUID> found = new ArrayList<>();
        table.find(
                index,
                index.key(Row.builder().put("n", Datum.of(0)).build()),
                store.published(),
                row -> found.add(row.uuid()));
        assertThat(found).containsExactlyInAnyOrder(A, B);
    }

    @Test
    void aConvertedSchemaDecidesAnew() {
        contents(A, "a", B, "b");
        table.reshape(shape(FREE));
        update(B, rename("a"));
        assertThat(named("a", store.published())).containsExactlyInAnyOrder(A, B);
        update(B, rename("b"));
        table.reshape(shape(UNIQUE));
        assertThatThrownBy(() -> update(B, rename("a"))).isInstanceOf(InconsistentUpdateException.class);
    }
}
