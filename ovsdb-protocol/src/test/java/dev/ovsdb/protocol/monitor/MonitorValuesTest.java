package dev.ovsdb.protocol.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.vectors.Equality;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What monitors ask for and are told, as values. */
class MonitorValuesTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    private static Row row(long value) {
        return Row.builder().put("n", value).build();
    }

    private static JsonReader reader(String json) {
        return JsonReader.of(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void updatesAreHandedOverTableByTableInTheOrderInWhichTheyCame() {
        TableUpdates updates = TableUpdates.builder()
                .add("T", TWO, new RowUpdate.Insert(row(2)))
                .add("S", ONE, new RowUpdate.Delete(null))
                .add("T", ONE, new RowUpdate.Insert(row(1)))
                .build();
        List<String> seen = new ArrayList<>();
        updates.forEach((table, uuid, update) -> seen.add(table + uuid.getLeastSignificantBits()));

        assertThat(seen).containsExactly("T2", "T1", "S1");
        assertThat(updates.size()).isEqualTo(3);
        assertThat(updates.isEmpty()).isFalse();
        assertThat(updates.tables()).containsOnlyKeys("T", "S");
        assertThat(TableUpdates.EMPTY.isEmpty()).isTrue();
        assertThat(TableUpdates.EMPTY.size()).isZero();
    }

    @Test
    void theSecondUpdateOfARowReplacesTheFirst() {
        TableUpdates updates = TableUpdates.builder()
                .add("T", ONE, new RowUpdate.Insert(row(1)))
                .add("T", ONE, new RowUpdate.Insert(row(2)))
                .build();

        Equality.holdsFor(
                updates,
                TableUpdates.of("T", ONE, new RowUpdate.Insert(row(2))),
                TableUpdates.EMPTY,
                TableUpdates.of("T", TWO, new RowUpdate.Insert(row(2))),
                TableUpdates.of("S", ONE, new RowUpdate.Insert(row(2))));
        assertThat(updates.toString()).contains("T", ONE.toString());
    }

    @Test
    void headersAreEqualIfAllThatTheySayIs() {
        byte[] id = "7".getBytes(StandardCharsets.UTF_8);
        assertThat(new UpdatesHeader(id, true, ONE))
                .isEqualTo(new UpdatesHeader(id.clone(), true, ONE))
                .hasSameHashCodeAs(new UpdatesHeader(id.clone(), true, ONE))
                .isNotEqualTo(new UpdatesHeader("8".getBytes(StandardCharsets.UTF_8), true, ONE))
                .isNotEqualTo(new UpdatesHeader(id, false, ONE))
                .isNotEqualTo(new UpdatesHeader(id, true, TWO))
                .isNotEqualTo(UpdatesHeader.NONE)
                .isNotEqualTo("7");
        assertThat(new UpdatesHeader(id, true, ONE).hashCode()).isNotEqualTo(UpdatesHeader.NONE.hashCode());
    }

    @Test
    void requestsAreEqualIfTheyWantTheSameOfTheSameTables() {
        MonitorRequests requests = MonitorRequests.of("T", MonitorRequest.columns("a"));
        Equality.holdsFor(
                requests,
                MonitorRequests.builder()
                        .table("T", MonitorRequest.columns("a"))
                        .build(),
                MonitorRequests.of("T", MonitorRequest.columns("b")),
                MonitorRequests.of("S", MonitorRequest.columns("a")));
        assertThat(requests.toString()).contains("T", "a");
        Equality.holdsFor(
                MonitorConditions.of("T", Condition.FALSE),
                MonitorConditions.of("T", Condition.FALSE),
                MonitorConditions.of("S", Condition.FALSE));
    }

    @ParameterizedTest // E16: only what is not wanted is written.
    @CsvSource(
            delimiter = ';',
            value = {
                "true; true; true; true; {}",
                "false; true; true; true; {'initial':false}",
                "true; false; true; true; {'insert':false}",
                "true; true; false; true; {'delete':false}",
                "true; true; true; false; {'modify':false}",
                "false; false; false; false; {'initial':false,'insert':false,'delete':false,'modify':false}",
            })
    void e16EachMemberOfASelectStandsForItself(
            boolean initial, boolean insert, boolean delete, boolean modify, String json) {
        MonitorSelect select = new MonitorSelect(initial, insert, delete, modify);
        JsonWriter writer = new JsonWriter();
        MonitorRequests.of("T", MonitorRequest.builder().select(select).build()).write(writer);
        String expected = json.equals("{}") ? "{'T':[{}]}" : "{'T':[{'select':" + json + "}]}";

        assertThat(writer.toString().replace('"', '\'')).isEqualTo(expected);
        assertThat(MonitorRequests.read(reader("{'T':[{'select':" + json + "}]}"), null)
                        .tables()
                        .get("T")
                        .get(0)
                        .select())
                .isEqualTo(select);
    }

    @Test
    void requestsAreReadUpToTheirEndAndNoFurther() {
        JsonReader requests = reader("[{'T':[{}],'S':{}},{'U':[{'where':[true]}],'V':[{'where':[]}]},5]");
        requests.beginArray();

        assertThat(MonitorRequests.read(requests, null).tables()).containsOnlyKeys("T", "S");
        assertThat(MonitorConditions.read(requests, null))
                .isEqualTo(MonitorConditions.read(reader("{'U':[{'where':[true]}],'V':[{'where':[]}]}"), null));
        assertThat(requests.nextLong()).isEqualTo(5);
        requests.endArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'T':[{}", "{'T':[{}]", "{'T':[{'select':{}}", "{'T':[{'columns':['a']", "{'T':{}"})
    void requestsThatEndTooEarlyAreRefused(String json) {
        assertThatExceptionOfType(JsonSyntaxException.class).isThrownBy(() -> MonitorRequests.read(reader(json), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'T':[{'where':[true]}", "{'T':[{'where':[true]}]", "{'T':[{'where':[true"})
    void conditionsThatEndTooEarlyAreRefused(String json) {
        assertThatExceptionOfType(JsonSyntaxException.class)
                .isThrownBy(() -> MonitorConditions.read(reader(json), null));
    }

    @Test // RFC 7047, section 4.1.6: "old" has the columns that the row had.
    void e17TheFirstNotationTellsWhatADeletedRowHeld() {
        TableUpdates updates = TableUpdates.of("T", ONE, new RowUpdate.Delete(row(1)));
        JsonWriter writer = new JsonWriter();
        updates.write(writer, UpdateNotation.V1);

        assertThat(writer).hasToString("{\"T\":{\"" + ONE + "\":{\"old\":{\"n\":1}}}}");
        assertThat(new RowUpdate.Delete(row(1)).row()).contains(row(1));
        assertThat(new RowUpdate.Delete(null).row()).isEmpty();
    }

    @Test // The manual says that "delete" has a row; servers send null.
    void e18ARowInADeleteIsKept() {
        String json = "{\"T\":{\"" + ONE + "\":{\"delete\":{\"n\":1}}}}";
        TableUpdates updates = TableUpdatesReader.readAll(
                UpdatesMessage.MONITOR_COND_RESULT,
                UpdateSchema.NONE,
                ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));

        assertThat(updates.row("T", ONE)).contains(new RowUpdate.Delete(row(1)));
    }

    @Test
    void aRouterMayWantNothingOfAMessage() {
        TableUpdatesReader reader = TableUpdatesReader.of(UpdatesMessage.UPDATE2, header -> null);
        String json = "[7,{\"T\":{\"" + ONE + "\":{\"delete\":null}}}]";
        reader.feed(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));

        assertThat(reader.finish().monitorId())
                .hasValueSatisfying(id -> assertThat(id).isEqualTo(new byte[] {'7'}));
    }

    @Test
    void inTheLevelsAroundTheRowsNothingElseMayStand() {
        for (String json : List.of("[7,{\"T\":5}]", "[7,5]", "5", "[7,{\"T\":{\"" + ONE + "\":[]}}]")) {
            TableUpdatesReader reader =
                    TableUpdatesReader.of(UpdatesMessage.UPDATE2, UpdateSchema.NONE, (table, uuid, update) -> {});
            assertThatExceptionOfType(JsonSyntaxException.class)
                    .as(json)
                    .isThrownBy(() -> reader.feed(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8))))
                    .withMessageContaining("expected");
        }
    }
}
