package dev.ovsdb.protocol.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.InvalidDatumException;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.UnknownNameException;
import dev.ovsdb.protocol.UnknownNames;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.operation.Generator;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.protocol.vectors.Pieces;
import dev.ovsdb.protocol.vectors.Rounds;
import dev.ovsdb.protocol.vectors.Vectors;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TableUpdatesTest {
    private static final UUID ROW = UUID.fromString("550e8400-e29b-41d4-a716-446655440000");
    private static final String KEY = "\"" + ROW + "\"";

    private final DatabaseSchema schema = Vectors.schema();

    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static TableUpdates read(UpdatesMessage message, UpdateSchema schema, String json) {
        return TableUpdatesReader.readAll(message, schema, text(json));
    }

    private RowUpdate readOne(UpdatesMessage message, UpdateSchema schema, String update) {
        String json = "{\"Free\":{" + KEY + ":" + update + "}}";
        return read(message, schema, json).row("Free", ROW).orElseThrow();
    }

    @Test
    void anyUpdatesComeBackAsTheyWereInWhateverPieces() {
        for (long seed = 0; seed < Rounds.of(100); seed++) {
            for (UpdateNotation notation : UpdateNotation.values()) {
                TableUpdates updates = generate(new Generator(seed, schema), notation);
                JsonWriter writer = new JsonWriter();
                updates.write(writer, notation);
                UpdatesMessage message = notation == UpdateNotation.V1
                        ? UpdatesMessage.MONITOR_RESULT
                        : UpdatesMessage.MONITOR_COND_RESULT;
                for (List<ByteBuffer> pieces : Pieces.waysToCut(writer.toByteArray(), seed)) {
                    TableUpdates read = TableUpdatesReader.readAll(
                            message, UpdateSchema.of(schema, UnknownNames.REFUSE), pieces.toArray(ByteBuffer[]::new));
                    assertThat(read).as("seed %d, %s", seed, notation).isEqualTo(updates);
                }
            }
        }
    }

    private TableUpdates generate(Generator generator, UpdateNotation notation) {
        TableUpdates.Builder updates = TableUpdates.builder();
        for (int i = generator.below(30); i > 0; i--) {
            TableSchema table = generator.table();
            Row row = generator.row(table, false);
            updates.add(
                    table.name(),
                    generator.uuid(),
                    notation == UpdateNotation.V1
                            ? generator.pick(List.of(
                                    new RowUpdate.Initial(row),
                                    new RowUpdate.Delete(row),
                                    new RowUpdate.Replace(generator.row(table, false), row)))
                            : generator.pick(List.of(
                                    new RowUpdate.Initial(row),
                                    new RowUpdate.Insert(row),
                                    new RowUpdate.Modify(row),
                                    new RowUpdate.Delete(null))));
        }
        return updates.build();
    }

    @Nested
    class FirstNotation {
        @Test
        void e17NewAloneIsInitialInAResultAndAnInsertLater() {
            assertThat(readOne(UpdatesMessage.MONITOR_RESULT, UpdateSchema.NONE, "{\"new\":{}}"))
                    .isEqualTo(new RowUpdate.Initial(Row.empty()));
            String update = "[null,{\"Free\":{" + KEY + ":{\"new\":{}}}}]";
            assertThat(read(UpdatesMessage.UPDATE, UpdateSchema.NONE, update).row("Free", ROW))
                    .contains(new RowUpdate.Insert(Row.empty()));
        }

        @Test
        void e17OldAloneIsADelete() {
            assertThat(readOne(UpdatesMessage.MONITOR_RESULT, UpdateSchema.NONE, "{\"old\":{\"n\":1}}"))
                    .isEqualTo(new RowUpdate.Delete(row("n", 1)));
        }

        @Test
        void e17BothAreAChangeInWhicheverOrder() {
            RowUpdate change = new RowUpdate.Replace(row("n", 1), row("n", 2));

            assertThat(readOne(
                            UpdatesMessage.MONITOR_RESULT, UpdateSchema.NONE, "{\"new\":{\"n\":2},\"old\":{\"n\":1}}"))
                    .isEqualTo(change);
            assertThat(readOne(
                            UpdatesMessage.MONITOR_RESULT, UpdateSchema.NONE, "{\"old\":{\"n\":1},\"new\":{\"n\":2}}"))
                    .isEqualTo(change);
        }

        @Test
        void cannotSayADifference() {
            TableUpdates diff = TableUpdates.builder()
                    .add("T", ROW, new RowUpdate.Modify(Row.empty()))
                    .build();

            assertThatIllegalArgumentException().isThrownBy(() -> diff.write(new JsonWriter(), UpdateNotation.V1));
        }
    }

    @Nested
    class SecondNotation {
        private final UpdateSchema typed = UpdateSchema.of(schema, UnknownNames.REFUSE);

        @Test
        void e18ADeleteIsNull() {
            assertThat(readOne(UpdatesMessage.MONITOR_COND_RESULT, typed, "{\"delete\":null}"))
                    .isEqualTo(new RowUpdate.Delete(null));
        }

        @Test
        void e18IsExactlyOneOfFour() {
            assertRefused("{}", "initial, insert, modify or delete");
            assertRefused("{\"initial\":{},\"delete\":null}", "delete");
            assertRefused("{\"new\":{}}", "new");
            assertRefused("{\"insert\":null}", "a row");
        }

        @Test
        void e19ADifferenceMayHoldMoreThanTheColumnAndARowMayNot() {
            String four = "{\"ss\":[\"set\",[\"a\",\"b\",\"c\",\"d\"]]}";

            assertThat(readOne(UpdatesMessage.MONITOR_COND_RESULT, typed, "{\"modify\":" + four + "}"))
                    .isInstanceOf(RowUpdate.Modify.class);
            assertThatExceptionOfType(InvalidDatumException.class)
                    .isThrownBy(() -> readOne(UpdatesMessage.MONITOR_COND_RESULT, typed, "{\"insert\":" + four + "}"));
        }

        @Test
        void e19AnOptionalIsClearedByTheEmptySet() {
            RowUpdate update = readOne(UpdatesMessage.MONITOR_COND_RESULT, typed, "{\"modify\":{\"o\":[\"set\",[]]}}");

            assertThat(((RowUpdate.Modify) update).diff().require("o").isEmpty())
                    .isTrue();
        }

        @Test
        void valuesAreReadByTheirColumnAndNotByTheirLooks() {
            RowUpdate update = readOne(UpdatesMessage.MONITOR_COND_RESULT, typed, "{\"insert\":{\"r\":1,\"n\":2.0}}");

            Row row = ((RowUpdate.Insert) update).row();
            assertThat(row.require("r").asAtom()).isEqualTo(Atom.of(1.0));
            assertThat(row.require("n").asAtom()).isEqualTo(Atom.of(2));
        }

        private void assertRefused(String update, String expected) {
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> readOne(UpdatesMessage.MONITOR_COND_RESULT, typed, update))
                    .withMessageContaining(expected);
        }
    }

    @Nested
    class WhatTheSchemaDoesNotHave {
        private static final String UNKNOWN_TABLE = "{\"Newer\":{" + KEY + ":{\"insert\":{\"x\":1}}},\"Free\":{}}";
        private static final String UNKNOWN_COLUMN =
                "{\"Free\":{" + KEY + ":{\"insert\":{\"x\":[\"set\",[]],\"n\":3}}}}";

        @Test
        void isKept() {
            UpdateSchema keep = UpdateSchema.of(schema, UnknownNames.KEEP);

            assertThat(read(UpdatesMessage.MONITOR_COND_RESULT, keep, UNKNOWN_TABLE)
                            .row("Newer", ROW))
                    .contains(new RowUpdate.Insert(row("x", 1)));
            assertThat(read(UpdatesMessage.MONITOR_COND_RESULT, keep, UNKNOWN_COLUMN)
                            .row("Free", ROW))
                    .map(update -> ((RowUpdate.Insert) update).row().columns())
                    .contains(List.of("n", "x"));
        }

        @Test
        void isSkipped() {
            UpdateSchema skip = UpdateSchema.of(schema, UnknownNames.SKIP);

            for (List<ByteBuffer> pieces : Pieces.waysToCut(UNKNOWN_TABLE.getBytes(StandardCharsets.UTF_8), 3)) {
                assertThat(TableUpdatesReader.readAll(
                                UpdatesMessage.MONITOR_COND_RESULT, skip, pieces.toArray(ByteBuffer[]::new)))
                        .isEqualTo(TableUpdates.EMPTY);
            }
            assertThat(read(UpdatesMessage.MONITOR_COND_RESULT, skip, UNKNOWN_COLUMN)
                            .row("Free", ROW))
                    .contains(new RowUpdate.Insert(row("n", 3)));
        }

        @Test
        void isRefusedByName() {
            UpdateSchema refuse = UpdateSchema.of(schema, UnknownNames.REFUSE);

            assertThatExceptionOfType(UnknownNameException.class)
                    .isThrownBy(() -> read(UpdatesMessage.MONITOR_COND_RESULT, refuse, UNKNOWN_TABLE))
                    .satisfies(e -> assertThat(e.name()).isEqualTo("Newer"));
            assertThatExceptionOfType(UnknownNameException.class)
                    .isThrownBy(() -> read(UpdatesMessage.MONITOR_COND_RESULT, refuse, UNKNOWN_COLUMN))
                    .satisfies(e -> assertThat(e.name()).isEqualTo("Free.x"));
        }
    }

    @Nested
    class Streaming {
        private final List<UUID> rows = new ArrayList<>();
        private final TableUpdatesReader reader = TableUpdatesReader.of(
                UpdatesMessage.UPDATE2, UpdateSchema.NONE, (table, uuid, update) -> rows.add(uuid));

        @Test
        void handsRowsOverBeforeTheMessageEnds() {
            reader.feed(text("[{\"any\":[1]},{\"T\":{" + KEY + ":{\"delete\":null},"));

            assertThat(rows).containsExactly(ROW);
        }

        @Test
        void e15TellsTheMonitorIdBeforeTheFirstRowWhateverItIs() {
            for (String id : List.of("null", "[\"a\", 1]", "{\"x\":{}}", "1.50", "\"s\"", "false")) {
                List<String> seen = new ArrayList<>();
                RowUpdateSink sink = new RowUpdateSink() {
                    @Override
                    public void begin(UpdatesHeader header) {
                        seen.add(new String(header.monitorId().orElseThrow(), StandardCharsets.UTF_8));
                    }

                    @Override
                    public void row(String table, UUID uuid, RowUpdate update) {
                        seen.add(table);
                    }
                };
                TableUpdatesReader.of(UpdatesMessage.UPDATE2, UpdateSchema.NONE, sink)
                        .feed(text("[" + id + ",{\"T\":{" + KEY + ":{\"delete\":null}}}]"));
                assertThat(seen).containsExactly(id, "T");
            }
        }

        @Test
        void aMessageCutShortHasNoEnd() {
            reader.feed(text("[1,{\"T\":{}}"));

            assertThatExceptionOfType(JsonSyntaxException.class).isThrownBy(reader::finish);
        }

        @Test
        void whatIsNoUpdateIsRefusedWithItsPlace() {
            assertRefused("{}", "[id, <table-updates>]");
            assertRefused("[1,[]]", "an object of tables");
            assertRefused("[1,{\"T\":[]}]", "table T");
            assertRefused("[1,{\"T\":{\"x\":{}}}]", "a UUID");
            assertRefused("[1,{\"T\":{" + KEY + ":null}}]", ROW.toString());
            assertRefused("[1,{},2]", "no further element");
            assertRefused("[1]", "[id, <table-updates>]");
            assertRefused("[1,{}] 2", "the end of the text");
            assertRefused("[1,{\"T\":{" + KEY + " {}}}]", "a colon");
            assertRefused("[1,{\"T\":{},}]", "a member name");
        }

        private void assertRefused(String json, String expected) {
            for (List<ByteBuffer> pieces : Pieces.waysToCut(json.getBytes(StandardCharsets.UTF_8), 4)) {
                TableUpdatesReader fresh =
                        TableUpdatesReader.of(UpdatesMessage.UPDATE2, UpdateSchema.NONE, (table, uuid, update) -> {});
                assertThatExceptionOfType(JsonSyntaxException.class)
                        .isThrownBy(() -> {
                            pieces.forEach(fresh::feed);
                            fresh.finish();
                        })
                        .withMessageContaining(expected);
            }
        }

        @Test
        void aFailureOfTheSinkIsItsOwn() {
            IllegalStateException failure = new IllegalStateException("sink");
            TableUpdatesReader failing =
                    TableUpdatesReader.of(UpdatesMessage.UPDATE2, UpdateSchema.NONE, (table, uuid, update) -> {
                        throw failure;
                    });

            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> failing.feed(text("[1,{\"T\":{" + KEY + ":{\"delete\":null}}}]")))
                    .isSameAs(failure);
        }

        @Test
        void aHundredThousandRowsNeedTheMemoryOfOne() {
            reader.feed(text("[1,{\"T\":{"));
            String row = ":{\"insert\":{\"name\":\"" + "x".repeat(500) + "\"}}";
            for (int i = 0; i < Rounds.of(100_000); i++) {
                reader.feed(text((i == 0 ? "" : ",") + "\"" + new UUID(0, i) + "\"" + row.substring(0, 250)));
                reader.feed(text(row.substring(250)));
                rows.clear();
            }
            reader.feed(text("}}]"));
            assertThat(reader.finish().monitorId()).isPresent();
        }
    }

    private static Row row(String column, long value) {
        return Row.builder().put(column, value).build();
    }
}
