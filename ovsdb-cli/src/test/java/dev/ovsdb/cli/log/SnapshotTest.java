package dev.ovsdb.cli.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.protocol.Datum;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static final String SCHEMA = """
            {"name":"D","version":"1.0.0","tables":{"T":{"columns":{"n":{"type":"integer"},
             "s":{"type":{"key":"string","min":0,"max":"unlimited"}}}}}}""";
    private static final String ROW = "11111111-1111-4111-8111-111111111111";

    private static Snapshot read(String... records) throws IOException, LogException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (String json : records) {
            LogRecord record = LogRecord.of(json);
            file.writeBytes(record.header());
            file.writeBytes(record.data());
        }
        return Snapshot.read(new ByteArrayInputStream(file.toByteArray()), "file");
    }

    @Test
    void laterTransactionsReplaceValues() throws Exception {
        Snapshot snapshot = read(
                SCHEMA,
                "{\"_date\":1,\"T\":{\"" + ROW + "\":{\"n\":1,\"s\":\"a\"}}}",
                "{\"_comment\":\"x\",\"T\":{\"" + ROW + "\":{\"n\":2}}}");
        assertThat(snapshot.schema().name()).isEqualTo("D");
        assertThat(snapshot.rows("T").get(ROW)).containsEntry("n", Datum.of(2)).containsEntry("s", Datum.of("a"));
    }

    @Test
    void differencesAreApplied() throws Exception {
        Snapshot snapshot = read(
                SCHEMA,
                "{\"_is_diff\":true,\"T\":{\"" + ROW + "\":{\"n\":1,\"s\":[\"set\",[\"a\",\"b\"]]}}}",
                "{\"_is_diff\":true,\"T\":{\"" + ROW + "\":{\"n\":5,\"s\":[\"set\",[\"b\",\"c\"]]}}}");
        assertThat(snapshot.rows("T").get(ROW).get("s").asStrings()).containsExactly("a", "c");
        assertThat(snapshot.rows("T").get(ROW)).containsEntry("n", Datum.of(5));
    }

    @Test
    void deletedRowsAreGone() throws Exception {
        Snapshot snapshot = read(SCHEMA, "{\"T\":{\"" + ROW + "\":{\"n\":1}}}", "{\"T\":{\"" + ROW + "\":null}}");
        assertThat(snapshot.rows("T")).isEmpty();
    }

    @Test
    void aFileWithoutASchemaIsRefused() {
        assertThatThrownBy(() -> read("{}")).isInstanceOf(LogException.class).hasMessageContaining("'name'");
        assertThatThrownBy(() -> read(SCHEMA, "{\"None\":{}}")).hasMessage("syntax error: file: No table named None.");
    }
}
