package dev.ovsdb.server.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.ovsdb.jsonrpc.testing.CaughtLog;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.storage.Durability;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A database file of any bytes is refused, or read as far as it is good, and written to behind that.
 *
 * <p>The first byte of an input says what the others are: {@code F} the file itself; {@code R} lines that become the records
 * behind a schema, with their headers; {@code D} two bytes for a place, one for the change of the byte there (0 cuts the file),
 * and then such lines.
 */
class FileFuzzTest {
    @FuzzTest
    void file(byte[] input) {
        try (CaughtLog log = new CaughtLog()) {
            check(input.length == 0 ? input : file(input[0], input));
        }
    }

    private static byte[] file(byte form, byte[] input) {
        switch (form) {
            case 'R':
                return records(input, 1);
            case 'D':
                return input.length < 4 ? input : damaged(records(input, 4), input);
            default:
                return Arrays.copyOfRange(input, 1, input.length);
        }
    }

    private static byte[] records(byte[] input, int from) {
        var file = new ByteArrayOutputStream();
        add(file, (Model.SCHEMA.toJson() + "\n").getBytes(StandardCharsets.UTF_8));
        for (int start = from; start < input.length; ) {
            int end = start;
            while (end < input.length - 1 && input[end] != '\n') {
                end++;
            }
            add(file, Arrays.copyOfRange(input, start, end + 1));
            start = end + 1;
        }
        return file.toByteArray();
    }

    private static void add(ByteArrayOutputStream file, byte[] record) {
        file.writeBytes(LogHeader.of(record).toBytes());
        file.writeBytes(record);
    }

    private static byte[] damaged(byte[] file, byte[] input) {
        int place = ((input[1] & 0xff) << 8 | input[2] & 0xff) % file.length;
        if (input[3] == 0) {
            return Arrays.copyOf(file, place);
        }
        file[place] ^= input[3];
        return file;
    }

    private static void check(byte[] content) {
        LogFile.Verification found = orNull(() -> log(content).verify());
        LogRows rows = orNull(() -> log(content).rows());
        LogRows streamed = orNull(() -> LogRows.read(new ByteArrayInputStream(content), "file"));
        assertThat(rows == null).isEqualTo(found == null);
        assertThat(streamed == null).isEqualTo(found == null);
        if (found == null || rows == null || streamed == null) {
            assertThat(orNull(() -> open(content))).isNull();
            return;
        }
        assertThat(contents(streamed)).isEqualTo(contents(rows));
        goodAsFarAsFound(content, found, rows);
        opens(content, found, contents(rows));
    }

    /** What stands before the first fault is a good file of the same contents. */
    private static void goodAsFarAsFound(byte[] content, LogFile.Verification found, LogRows rows) {
        assertThat(found.end()).isLessThanOrEqualTo(content.length);
        assertThat(found.isGood()).isEqualTo(found.end() == content.length);
        byte[] good = Arrays.copyOf(content, (int) found.end());
        LogFile.Verification again = log(good).verify();
        assertThat(again).isEqualTo(new LogFile.Verification(found.records(), found.end(), Optional.empty()));
        assertThat(contents(log(good).rows())).isEqualTo(contents(rows));
        assertThat(contents(log(good).rowsAsOf(found.records() - 1))).isEqualTo(contents(rows));
        DatabaseSchema schema = rows.schema();
        rows.forEachRow((table, uuid, row) -> assertThat(row.columns())
                .hasSize(schema.requireTable(table.name()).columns().size()));
    }

    /** A storage serves that, and what it appends stands behind it; what stood there is put aside, or was cut short. */
    private static void opens(byte[] content, LogFile.Verification found, Map<UUID, Row> rows) {
        Rig rig = rig(content);
        assertThat(new TreeMap<>(rig.open())).isEqualTo(rows);
        assertThat(rig.files.content(Rig.DB)).isEqualTo(content);
        if (!log(content).schema().equals(Model.SCHEMA)) {
            rig.storage.close();
            return;
        }
        rig.append(1, Durability.WRITTEN);
        assertThat(rig.accepted).isEqualTo(1);
        rig.storage.close();
        byte[] after = rig.files.content(Rig.DB);
        int end = (int) found.end();
        assertThat(Arrays.copyOf(after, end)).isEqualTo(Arrays.copyOf(content, end));
        LogFile.Verification grown = LogFile.at(rig.files, Rig.DB).verify();
        assertThat(grown.isGood()).isTrue();
        assertThat(grown.records()).isEqualTo(found.records() + 1);
        Map<UUID, Row> expected = new TreeMap<>(rows);
        expected.putAll(rig.model.kept(1));
        assertThat(contents(LogFile.at(rig.files, Rig.DB).rows())).isEqualTo(expected);
        Path aside = Path.of("/data/db.damaged-" + end);
        if (rig.files.paths().contains(aside)) {
            assertThat(rig.files.content(aside)).isEqualTo(Arrays.copyOfRange(content, end, content.length));
        } else {
            assertThat(found.isGood() || found.damage().orElseThrow().kind() == LogException.Kind.CUT_SHORT)
                    .isTrue();
        }
    }

    private static Map<UUID, Row> open(byte[] content) {
        return rig(content).open();
    }

    private static Rig rig(byte[] content) {
        FaultFileSystem files = new FaultFileSystem();
        files.put(Rig.DB, content.clone());
        return new Rig(files, new Model(Arrays.hashCode(content)));
    }

    private static LogFile log(byte[] content) {
        return LogFile.at(rig(content).files, Rig.DB);
    }

    /** Two tables may hold rows of one UUID. */
    private static Map<UUID, Row> contents(LogRows rows) {
        return new TreeMap<>(Rig.rows(rows));
    }

    /** Null if it is refused, as is documented. */
    private static <T> @Nullable T orNull(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (LogException e) {
            assertThat(e.describe()).isNotBlank();
            return null;
        }
    }
}
