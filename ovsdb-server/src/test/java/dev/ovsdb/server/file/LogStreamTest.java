package dev.ovsdb.server.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A database file that comes as a stream, as a backup does. */
class LogStreamTest {
    private static final String SCHEMA = """
            {"name":"D","version":"1.0.0","tables":{"T":{"columns":{"n":{"type":"integer"},
             "s":{"type":{"key":"string","min":0,"max":"unlimited"}},
             "limited":{"type":{"key":{"type":"string","maxLength":3}}}}}}}""";
    private static final String ROW = "11111111-1111-4111-8111-111111111111";

    private static byte[] bytes(String... records) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (String json : records) {
            byte[] record = (json + "\n").getBytes(StandardCharsets.UTF_8);
            file.writeBytes(LogHeader.of(record).toBytes());
            file.writeBytes(record);
        }
        return file.toByteArray();
    }

    private static LogRows read(byte[] bytes) {
        return LogRows.read(new ByteArrayInputStream(bytes), "file");
    }

    private static Row row(LogRows rows) {
        return rows.rows("T").get(UUID.fromString(ROW));
    }

    @Test
    void laterTransactionsReplaceValues() {
        LogRows rows = read(bytes(
                SCHEMA,
                "{\"_date\":1,\"T\":{\"" + ROW + "\":{\"n\":1,\"s\":\"a\"}}}",
                "{\"_comment\":\"x\",\"T\":{\"" + ROW + "\":{\"n\":2}}}"));
        assertThat(rows.schema().name()).isEqualTo("D");
        assertThat(rows.damage()).isEmpty();
        assertThat(row(rows).get("n")).contains(Datum.of(2));
        assertThat(row(rows).get("s")).contains(Datum.of("a"));
    }

    @Test
    void differencesAreApplied() {
        LogRows rows = read(bytes(
                SCHEMA,
                "{\"_is_diff\":true,\"T\":{\"" + ROW + "\":{\"n\":1,\"s\":[\"set\",[\"a\",\"b\"]]}}}",
                "{\"_is_diff\":true,\"T\":{\"" + ROW + "\":{\"n\":5,\"s\":[\"set\",[\"b\",\"c\"]]}}}"));
        assertThat(row(rows).get("s").orElseThrow().asStrings()).containsExactly("a", "c");
        assertThat(row(rows).get("n")).contains(Datum.of(5));
    }

    @Test
    void deletedRowsAreGone() {
        String insert = "{\"T\":{\"" + ROW + "\":{\"n\":1}}}";
        assertThat(read(bytes(SCHEMA, insert, "{\"T\":{\"" + ROW + "\":null}}")).rows("T"))
                .isEmpty();
    }

    @Test
    void whatCannotBeAppliedEndsTheRowsAndIsTold() {
        String tooLong = "{\"T\":{\"" + ROW + "\":{\"limited\":\"four\"}}}";
        String tooMany = "{\"T\":{\"" + ROW + "\":{\"n\":[\"set\",[1,2]]}}}";
        for (String senseless : new String[] {tooLong, tooMany, "{\"None\":{}}"}) {
            LogRows rows = read(bytes(SCHEMA, "{\"T\":{}}", senseless));
            assertThat(rows.damage()).get().extracting(LogException::kind).isEqualTo(LogException.Kind.DAMAGED);
            assertThat(rows.rows("T")).isEmpty();
        }
    }

    @Test
    void aStreamThatIsNoDatabaseIsRefused() {
        assertThatThrownBy(() -> read(bytes("{}"))).isInstanceOf(LogException.class);
        assertThatThrownBy(() -> LogRows.read(InputStream.nullInputStream(), "file"))
                .isInstanceOf(LogException.class)
                .hasMessage("file: cannot identify file type");
    }

    @Test
    void aStreamThatIsCutShortEndsWithItsLastWholeRecord() {
        byte[] whole = bytes(SCHEMA, "{\"T\":{\"" + ROW + "\":{\"n\":1}}}", "{\"T\":{\"" + ROW + "\":{\"n\":2}}}");
        LogRows rows = read(Arrays.copyOf(whole, whole.length - 1));
        assertThat(row(rows).get("n")).contains(Datum.of(1));
        assertThat(rows.damage()).get().extracting(LogException::kind).isEqualTo(LogException.Kind.CUT_SHORT);
    }
}
