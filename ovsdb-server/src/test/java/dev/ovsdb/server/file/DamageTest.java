package dev.ovsdb.server.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.server.storage.Durability;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamageTest {
    private final Rig rig = new Rig(5);
    private final List<Long> ends = new ArrayList<>(); // Of the records, by version.

    DamageTest() {
        rig.open();
        ends.add((long) content().length);
        while (rig.accepted < 6) {
            rig.append(1, Durability.WRITTEN);
            ends.add((long) content().length);
        }
        rig.storage.close();
    }

    private byte[] content() {
        return rig.files.content(Rig.DB);
    }

    private Rig with(byte[] content) {
        FaultFileSystem files = new FaultFileSystem();
        files.put(Rig.DB, content);
        return new Rig(files, rig.model);
    }

    private LogException damage(Rig damaged) {
        return LogFile.at(damaged.files, Rig.DB).verify().damage().orElseThrow();
    }

    @Nested
    class ATornTail {
        @Test
        void isCutAtEachByteOfTheLastRecord() {
            byte[] whole = content();
            int start = Math.toIntExact(ends.get(5));
            for (int length = start + 1; length < whole.length; length++) {
                Rig torn = with(Arrays.copyOf(whole, length));
                assertThat(damage(torn).kind()).as("at %s", length).isEqualTo(LogException.Kind.CUT_SHORT);
                assertThat(damage(torn).offset()).as("at %s", length).hasValue(start);
                torn.accepted = 5;
                torn.model.fallBack(6);
                assertThat(torn.open()).as("at %s", length).isEqualTo(rig.model.kept(5));
                assertThat(torn.files.content(Rig.DB)).as("before a write").hasSize(length);
            }
        }

        @Test
        void isGoneWithTheNextWrite() {
            rig.model.fallBack(5);
            Rig torn = with(Arrays.copyOf(content(), content().length - 3));
            torn.open();
            torn.append(5, Durability.WRITTEN);
            assertThat(LogFile.at(torn.files, Rig.DB).verify().isGood()).isTrue();
            assertThat(torn.stored()).isEqualTo(rig.model.kept(10));
            assertThat(torn.files.paths()).containsExactly(Rig.DB);
        }
    }

    @Nested
    class ADamagedByte {
        @Test
        void isFoundWhereverItIs() {
            byte[] whole = content();
            int from = Math.toIntExact(ends.get(2));
            int to = Math.toIntExact(ends.get(3));
            for (int at = from; at < to; at++) {
                byte[] changed = whole.clone();
                changed[at] ^= 1;
                Rig damaged = with(changed);
                LogException found = damage(damaged);
                assertThat(found.offset()).as("at %s", at).hasValue(from);
                assertThat(found.getMessage()).startsWith("/data/db: ");
                assertThat(damaged.open()).as("at %s", at).isEqualTo(rig.model.kept(2));
            }
        }

        @Test
        void isPutAsideWithAllBehindItBeforeAnythingIsWritten() {
            byte[] changed = content();
            int from = Math.toIntExact(ends.get(2));
            changed[from + 70] ^= 1; // In the hash, or right behind the header.
            rig.model.fallBack(2);
            Rig damaged = with(changed);
            damaged.open();
            damaged.append(5, Durability.WRITTEN);
            Path aside = Path.of("/data/db.damaged-" + from);
            assertThat(damaged.files.content(aside)).isEqualTo(Arrays.copyOfRange(changed, from, changed.length));
            assertThat(damaged.stored()).isEqualTo(rig.model.kept(7));
        }

        /** The record seems to reach beyond the end of the file, as one that was cut short does; but others follow. */
        @ParameterizedTest
        @ValueSource(ints = {4, 5})
        void inALengthIsNoTornTail(int record) {
            byte[] changed = content();
            int from = Math.toIntExact(ends.get(record));
            changed[from + "OVSDB JSON ".length()] = '9';
            changed[from + "OVSDB JSON ".length() + 1] = '9';
            rig.model.fallBack(record);
            Rig damaged = with(changed);
            assertThat(damage(damaged).kind()).isEqualTo(LogException.Kind.CUT_SHORT);
            damaged.open();
            damaged.append(5, Durability.WRITTEN);
            assertThat(damaged.files.content(Path.of("/data/db.damaged-" + from)))
                    .isEqualTo(Arrays.copyOfRange(changed, from, changed.length));
            assertThat(damaged.stored()).isEqualTo(rig.model.kept(record + 5));
        }

        @Test
        void inTheSchemaIsNotSurvived() {
            byte[] changed = content();
            changed[80] ^= 1;
            assertThatThrownBy(() -> with(changed).open())
                    .isInstanceOfSatisfying(
                            LogException.class,
                            e -> assertThat(e.describe())
                                    .startsWith("syntax error: /data/db: ")
                                    .contains("bytes starting at offset ", "have SHA-1 hash"));
        }
    }

    private static byte[] record(String json) {
        byte[] body = (json + "\n").getBytes(StandardCharsets.UTF_8);
        Sha1 sha1 = new Sha1();
        sha1.update(body, 0, body.length);
        byte[] header = new LogHeader("JSON", body.length, sha1.hex()).toBytes();
        byte[] record = Arrays.copyOf(header, header.length + body.length);
        System.arraycopy(body, 0, record, header.length, body.length);
        return record;
    }

    @Test
    void aSchemaThatCannotBeServedIsToldByTableAndColumn() {
        String schema = "{\"name\":\"d\",\"tables\":{\"T\":{\"columns\":{\"c\":{\"type\":\"number\"}}}}}";

        assertThatThrownBy(() -> with(record(schema)).open())
                .isInstanceOfSatisfying(
                        LogException.class,
                        e -> assertThat(e.describe())
                                .contains("/data/db: ", "tables.T.columns.c.type: ", "\"number\""));
    }

    @Nested
    class ARecordWithoutSense {
        private LogException after(String json) {
            byte[] schema = Arrays.copyOf(content(), Math.toIntExact(ends.get(0)));
            byte[] record = record(json);
            byte[] all = Arrays.copyOf(schema, schema.length + record.length);
            System.arraycopy(record, 0, all, schema.length, record.length);
            LogFile.Verification found = LogFile.at(with(all).files, Rig.DB).verify();
            assertThat(found.records()).isEqualTo(1);
            assertThat(found.end()).isEqualTo(ends.get(0));
            return found.damage().orElseThrow();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                quoteCharacter = '`',
                value = {
                    "{\"Nowhere\":{}};No table named Nowhere.",
                    "{\"Switch\":[]};expected an object of rows for table Switch",
                    "{\"Switch\":{\"x\":{}}};expected a UUID",
                    "{\"Switch\":{\"00000000-0000-0001-0000-000000000002\":null}};that does not exist",
                    "{\"Switch\":{\"00000000-0000-0001-0000-000000000002\":{\"nothing\":1}}};Switch.nothing",
                    "{\"Switch\":{\"00000000-0000-0001-0000-000000000002\":{\"name\":1}}};",
                    "{\"Switch\":{\"00000000-0000-0001-0000-000000000002\":{\"up\":[\"set\",[true,false]]}}};Switch.up",
                    "{\"_is_diff\":true,;",
                    "[];",
                })
        void isReportedWithItsOffset(String json, String expected) {
            LogException found = after(json);
            assertThat(found.kind()).isEqualTo(LogException.Kind.DAMAGED);
            assertThat(found.offset()).hasValue(ends.get(0));
            assertThat(found.getMessage()).contains("record 1 at offset " + ends.get(0));
            assertThat(found.getMessage()).contains(expected == null ? "" : expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', ovsdb error: /data/db: cannot identify file type",
        "'hello', ovsdb error: /data/db: unexpected file format",
        "'OVSDB CLUSTER 3 da39a3ee5e6b4b0d3255bfef95601890afd80709\n{}\n', ovsdb error: /data/db: cannot identify file type",
        "'OVSDB JSON2 3 da39a3ee5e6b4b0d3255bfef95601890afd80709\n{}\n', ovsdb error: /data/db: cannot identify file type",
        "'OVSDB JSON -3 da39a3ee5e6b4b0d3255bfef95601890afd80709\n{}\n', ovsdb error: /data/db: unexpected file format",
    })
    void whatIsNoStandaloneDatabaseIsRefusedAndLeftAlone(String content, String message) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Rig other = with(bytes);
        assertThatThrownBy(other::open)
                .isInstanceOfSatisfying(
                        LogException.class, e -> assertThat(e.describe()).isEqualTo(message));
        assertThat(other.files.content(Rig.DB)).isEqualTo(bytes);
        assertThat(other.files.paths()).containsExactly(Rig.DB);
    }

    @Test
    void aFileThatIsNotThereIsNotMade() {
        Rig nothing = new Rig(new FaultFileSystem(), rig.model);
        assertThatThrownBy(nothing::open)
                .isInstanceOfSatisfying(
                        LogException.class,
                        e -> assertThat(e.describe())
                                .isEqualTo("I/O error: /data/db: open failed (No such file or directory)"));
    }

    @Test
    void rowsCanBeHadAsOfEachRecord() {
        LogFile file = LogFile.at(rig.files, Rig.DB);
        for (int version = 0; version <= 6; version++) {
            Map<UUID, Row> rows = Rig.rows(file.rowsAsOf(version));
            assertThat(rows).as("version %s", version).isEqualTo(rig.model.kept(version));
        }
    }
}
