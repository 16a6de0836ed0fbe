package dev.ovsdb.protocol.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.vectors.Vectors;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonitorRequestsTest {
    private static final MonitorRequest NO_COLUMNS =
            MonitorRequest.builder().columns().build();

    private static String json(MonitorRequests requests) {
        JsonWriter writer = new JsonWriter();
        requests.writeWithConditions(writer);
        return writer.toString();
    }

    private static MonitorRequests read(String json) {
        return MonitorRequests.read(JsonReader.of(json.getBytes(StandardCharsets.UTF_8)), null);
    }

    @Test
    void e16AbsentColumnsAreAllAndNoColumnsAreNone() {
        assertThat(json(MonitorRequests.of("T", MonitorRequest.EVERYTHING))).isEqualTo("{\"T\":[{}]}");
        assertThat(json(MonitorRequests.of("T", NO_COLUMNS))).isEqualTo("{\"T\":[{\"columns\":[]}]}");
        assertThat(read("{\"T\":[{}]}")).isNotEqualTo(read("{\"T\":[{\"columns\":[]}]}"));
    }

    @Test
    void e16SelectMembersAreTrueUnlessSaidOtherwise() {
        MonitorRequests requests = read("{\"T\":[{\"select\":{\"initial\":false}}]}");

        assertThat(requests.tables().get("T").get(0).select()).isEqualTo(MonitorSelect.CHANGES_ONLY);
        assertThat(json(requests)).isEqualTo("{\"T\":[{\"select\":{\"initial\":false}}]}");
    }

    @Test
    void e16ABareObjectIsAListOfOne() {
        assertThat(read("{\"T\":{\"columns\":[\"a\"]}}")).isEqualTo(read("{\"T\":[{\"columns\":[\"a\"]}]}"));
    }

    @Test
    void e16AColumnIsRequestedOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonitorRequests.builder()
                        .table("T", MonitorRequest.columns("a"), MonitorRequest.columns("b", "a"))
                        .build())
                .withMessage("monitor of T: column a occurs twice");
    }

    @Test
    void e23OnlyOneRequestOfATableHasConditions() {
        MonitorRequest conditional =
                MonitorRequest.builder().columns("a").whereAny(Condition.TRUE).build();
        MonitorRequest another =
                MonitorRequest.builder().columns("b").whereAny(Condition.FALSE).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonitorRequests.builder()
                        .table("T", conditional, another)
                        .build())
                .withMessageContaining("only one request");
    }

    @Test
    void e29ANamedUuidMeansNothingInAMonitor() {
        MonitorRequest request = MonitorRequest.builder()
                .whereAny(Condition.equal("ref", Atom.named("x")))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonitorRequests.of("T", request))
                .withMessageContaining("monitor of T.ref");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonitorConditions.of("T", Condition.equal("ref", Atom.named("x"))));
    }

    @Test
    void theFirstMonitorMethodKnowsNoConditions() {
        MonitorRequests requests = MonitorRequests.of(
                "T", MonitorRequest.builder().whereAny(Condition.TRUE).build());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> requests.write(new JsonWriter()))
                .withMessage("monitor of T: conditions need monitor_cond or monitor_cond_since");
    }

    @Test
    void conditionsAreWrittenAndRead() {
        MonitorRequests requests = MonitorRequests.of(
                "T",
                MonitorRequest.builder()
                        .columns("a")
                        .whereAny(Condition.equal("a", 1), Condition.FALSE)
                        .build());

        assertThat(json(requests)).isEqualTo("{\"T\":[{\"columns\":[\"a\"],\"where\":[[\"a\",\"==\",1],false]}]}");
        assertThat(read(json(requests))).isEqualTo(requests);
    }

    @Test
    void aSubsetOfASchemaAsksForExactlyItsColumns() {
        MonitorRequests requests = MonitorRequests.of(Vectors.schema().subset(Map.of("Port", List.of("name"))));

        assertThat(json(requests)).isEqualTo("{\"Port\":[{\"columns\":[\"name\"]}]}");
    }

    @Test
    void newConditionsReplaceThoseOfTheirTables() {
        MonitorRequests requests = MonitorRequests.builder()
                .table(
                        "T",
                        MonitorRequest.builder()
                                .columns("a")
                                .whereAny(Condition.TRUE)
                                .build())
                .table("U", MonitorRequest.columns("b"))
                .build();

        assertThat(json(requests.withConditions(MonitorConditions.of("T", Condition.FALSE))))
                .isEqualTo("{\"T\":[{\"columns\":[\"a\"],\"where\":[false]}],\"U\":[{\"columns\":[\"b\"]}]}");
    }

    @Test
    void e23OfSeveralNewConditionsTheLastCounts() {
        String json = "{\"T\":[{\"where\":[true]},{\"where\":[false]}]}";
        MonitorConditions conditions =
                MonitorConditions.read(JsonReader.of(json.getBytes(StandardCharsets.UTF_8)), null);

        assertThat(conditions).isEqualTo(MonitorConditions.of("T", Condition.FALSE));
    }

    @Test
    void e23AChangeOfConditionsHasNoColumns() {
        String json = "{\"T\":[{\"columns\":[],\"where\":[true]}]}";

        assertThatExceptionOfType(JsonSyntaxException.class)
                .isThrownBy(() -> MonitorConditions.read(JsonReader.of(json.getBytes(StandardCharsets.UTF_8)), null))
                .withMessageContaining("columns");
    }

    @Test
    void unknownMembersAreNamed() {
        assertThatExceptionOfType(JsonSyntaxException.class)
                .isThrownBy(() -> read("{\"T\":[{\"bogus\":1}]}"))
                .withMessageContaining("bogus")
                .withMessageContaining("table T");
        assertThatExceptionOfType(JsonSyntaxException.class)
                .isThrownBy(() -> read("{\"T\":[{\"select\":{\"bogus\":true}}]}"))
                .withMessageContaining("bogus");
    }
}
