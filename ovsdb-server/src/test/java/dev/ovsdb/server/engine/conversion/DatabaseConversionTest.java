package dev.ovsdb.server.engine.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.engine.conversion.Conversion.ConversionException;
import dev.ovsdb.server.engine.store.DatabaseStore;
import dev.ovsdb.server.engine.store.Pin;
import dev.ovsdb.server.engine.store.RowCursor;
import dev.ovsdb.server.storage.Contents;
import dev.ovsdb.server.storage.RowSink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A database whole under another schema: what one transaction that inserts all rows would make of them. */
class DatabaseConversionTest {
    private static final String ROOT = "'R':{'isRoot':true,'columns':{'n':{'type':'integer'},"
            + "'held':{'type':{'key':{'type':'uuid','refTable':'L'},'min':0,'max':'unlimited'}},"
            + "'seen':{'type':{'key':{'type':'uuid','refTable':'L','refType':'weak'},'min':0,'max':'unlimited'}}}}";
    private static final String LEAF = "'L':{'columns':{'x':{'type':'integer'}}}";
    private static final String BOTH = ROOT + "," + LEAF;

    private final Sample contents = new Sample(schema(BOTH))
            .row("L", 1, "{'x':1}")
            .row("L", 2, "{'x':2}")
            .row("R", 3, "{'n':7,'held':['uuid','" + uuid(1) + "'],'seen':['uuid','" + uuid(2) + "']}")
            .row("R", 4, "{'n':8,'held':['uuid','" + uuid(2) + "'],'seen':['set',[]]}");

    @Test
    void keepsRowsUnderTheirUuids() {
        DatabaseStore store = converted(BOTH.replace("'n':{'type':'integer'}", "'n':{'type':'real'}"));

        assertThat(rows(store, "L")).containsExactly("1 {\"x\":1}", "2 {\"x\":2}");
        assertThat(rows(store, "R"))
                .containsExactly(
                        "3 {\"n\":7,\"held\":[\"uuid\",\"" + uuid(1) + "\"],\"seen\":[\"uuid\",\"" + uuid(2) + "\"]}",
                        "4 {\"n\":8,\"held\":[\"uuid\",\"" + uuid(2) + "\"],\"seen\":[\"set\",[]]}");
        assertThat(store.publishedVersion()).isEqualTo(store.headVersion());
    }

    @Test
    void dropsTablesAndWhatRefersToThem() {
        DatabaseStore store = converted("'R':{'isRoot':true,'columns':{'n':{'type':'integer'}}}");

        assertThat(rows(store, "R")).containsExactly("3 {\"n\":7}", "4 {\"n\":8}");
        assertThat(store.table("L")).isNull();
    }

    @Test
    void dropsRowsThatNobodyHoldsAnyMore() {
        DatabaseStore store = converted(BOTH.replace(",'refTable':'L'},'min'", "},'min'"));

        assertThat(rows(store, "L")).isEmpty();
        assertThat(rows(store, "R")).allSatisfy(row -> assertThat(row).endsWith("\"seen\":[\"set\",[]]}"));
    }

    @Test
    void makesNothingOfNothing() {
        DatabaseStore store =
                Conversion.convert(new Sample(schema(BOTH)), schema(LEAF), IdSource.seeded(2), Clock.system());

        assertThat(store.rows()).isZero();
        assertThat(store.schema().table("R")).isEmpty();
    }

    @Test
    void refusesAValueThatDoesNotFit() {
        refused(
                BOTH.replace("'n':{'type':'integer'}", "'n':{'type':'string'}"),
                ErrorTag.SYNTAX_ERROR,
                "expected string");
    }

    @Test
    void refusesAReferenceToNowhere() {
        refused(
                BOTH.replace("'uuid','refTable':'L'}", "'uuid','refTable':'R'}"),
                ErrorTag.REFERENTIAL_INTEGRITY_VIOLATION,
                "nonexistent row " + uuid(1) + " in table R");
    }

    @Test
    void refusesAnEmptySetOfReferencesThatMayNotBe() {
        refused(
                BOTH.replace("'refType':'weak'},'min':0", "'refType':'weak'},'min':1"),
                ErrorTag.SYNTAX_ERROR,
                "but 0 are present");
    }

    @Test
    void refusesTooManyRows() {
        refused(
                BOTH.replace("'isRoot':true", "'isRoot':true,'maxRows':1"),
                ErrorTag.CONSTRAINT_VIOLATION,
                "\"R\" table to contain 2 rows");
    }

    @Test
    void refusesRowsThatAnIndexKeepsApart() {
        refused(
                BOTH.replace(
                        "'isRoot':true,'columns':{", "'isRoot':true,'indexes':[['k']],'columns':{'k':{'type':'real'},"),
                ErrorTag.CONSTRAINT_VIOLATION,
                "identical values (0) for index on column \"k\"");
    }

    private void refused(String tables, ErrorTag tag, String details) {
        assertThatThrownBy(() -> converted(tables)).isInstanceOfSatisfying(ConversionException.class, e -> {
            assertThat(e.error().tag()).isEqualTo(tag);
            assertThat(e.error().details())
                    .hasValueSatisfying(text -> assertThat(text).contains(details));
        });
    }

    private DatabaseStore converted(String tables) {
        return Conversion.convert(contents, schema(tables), IdSource.seeded(2), Clock.system());
    }

    private static List<String> rows(DatabaseStore store, String table) {
        List<String> rows = new ArrayList<>();
        try (Pin pin = store.pinPublished()) {
            RowCursor cursor = pin.rows(store.schema().requireTable(table));
            while (cursor.next()) {
                JsonWriter out = new JsonWriter();
                cursor.image().row().write(out);
                rows.add(cursor.uuid().getLeastSignificantBits() + " " + out);
            }
        }
        return rows.stream().sorted().toList();
    }

    private static UUID uuid(int n) {
        return new UUID(0, n);
    }

    private static DatabaseSchema schema(String tables) {
        return DatabaseSchema.parse(json("{'name':'c','tables':{" + tables + "}}"));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    /** Rows as a storage hands them over. */
    private static final class Sample implements Contents {
        private final DatabaseSchema schema;
        private final List<SampleRow> rows = new ArrayList<>();

        private record SampleRow(TableSchema table, UUID uuid, Row row) {}

        Sample(DatabaseSchema schema) {
            this.schema = schema;
        }

        Sample row(String name, int uuid, String json) {
            TableSchema table = schema.requireTable(name);
            Row row = Row.read(JsonReader.of(json(json).getBytes(StandardCharsets.UTF_8)), table);
            rows.add(new SampleRow(table, uuid(uuid), row));
            return this;
        }

        @Override
        public DatabaseSchema schema() {
            return schema;
        }

        @Override
        public long version() {
            return 0;
        }

        @Override
        public void forEachRow(RowSink sink) {
            rows.forEach(row -> sink.row(row.table(), row.uuid(), row.row()));
        }

        @Override
        public void close() {}
    }
}
