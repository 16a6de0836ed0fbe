package dev.ovsdb.server.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.protocol.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests are read in one go as long as they are usual, and as a tree in the reference's order if not: to the same end. */
class TwoWaysOfReadingTest {
    private static final Set<String> MONITORED = new TreeSet<>(List.of("T", "U"));

    private static String spelled(List<TableRequest> requests) {
        StringBuilder text = new StringBuilder();
        for (TableRequest request : requests) {
            text.append(request.table().name()).append(' ');
            text.append(Arrays.toString(request.columns()));
            text.append(Arrays.toString(request.selects()));
            text.append(request.select()).append(' ').append(request.condition().isEvery());
            text.append(Arrays.toString(request.named())).append('\n');
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'T':[]}",
                "{'T':[{}]}",
                "{'T':[{'columns':['i','s']}],'U':[{}]}",
                "{'T':[{'columns':['i'],'select':{'initial':false}},{'columns':['s'],'select':{'insert':false}}]}",
                "{'T':[{'columns':['i'],'select':{'delete':false}},{'columns':['s'],'select':{'modify':false}}]}",
                "{'T':[{'select':{'initial':false,'insert':false,'delete':false,'modify':false}}]}",
                "{'T':[{'select':{'initial':true,'insert':true,'delete':true,'modify':true}}]}",
                "{'T':[{'select':{'modify':true}}]}",
                "{'T':[{'columns':['i'],'where':[['s','==','a'],['oi','<',3]]}]}",
            })
    void bothComeToTheSame(String requests) throws Exception {
        List<TableRequest> atOnce = Samples.open(MonitorKind.MONITOR_COND, "['M',1," + requests + "]")
                .tables();
        List<TableRequest> asTree = new RequestCheck(Samples.SCHEMA, true).read((JsonObject) Samples.value(requests));

        assertThat(spelled(asTree)).isEqualTo(spelled(atOnce));
        for (int i = 0; i < asTree.size(); i++) {
            assertThat(asTree.get(i).condition()).isEqualTo(atOnce.get(i).condition());
        }
    }

    @Test
    void eachSortOfUpdateIsOneBit() throws Exception {
        assertThat(select("{}")).isEqualTo(Selection.ALL);
        assertThat(select("{'initial':false}")).isEqualTo(Selection.ALL - Selection.INITIAL);
        assertThat(select("{'insert':false}")).isEqualTo(Selection.ALL - Selection.INSERT);
        assertThat(select("{'delete':false}")).isEqualTo(Selection.ALL - Selection.DELETE);
        assertThat(select("{'modify':false,'insert':true}")).isEqualTo(Selection.ALL - Selection.MODIFY);
    }

    private static int select(String select) throws Exception {
        String requests = "{'T':[{'select':" + select + "}]}";
        JsonObject tree = (JsonObject) Samples.value(requests);
        int asTree = new RequestCheck(Samples.SCHEMA, true).read(tree).get(0).select();
        assertThat(Samples.open(MonitorKind.MONITOR, "['M',1," + requests + "]")
                        .tables()
                        .get(0)
                        .select())
                .isEqualTo(asTree);
        return asTree;
    }

    private static Map<String, RowCondition> changed(String requests) throws Exception {
        JsonReader reader = JsonReader.of(Samples.json(requests).getBytes(StandardCharsets.UTF_8));
        return ChangeReader.usual(reader, Samples.SCHEMA, MONITORED);
    }

    @Test
    void usualChangesOfConditionsAreReadInOneGo() throws Exception {
        Map<String, RowCondition> changes =
                changed("{'T':[{'where':[false]},{'where':[['i','==',1]]}],'U':[{'where':[]}]}");

        assertThat(changes.keySet()).containsExactly("T", "U");
        assertThat(changes.get("T").columns()).hasSize(1);
        assertThat(changes.get("T").isEvery()).isFalse();
        assertThat(changes.get("U").isEvery()).isTrue();
        assertThat(changed("{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'X':[]}",
                "{'T':[{'columns':['i']}]}",
                "{'T':[{'where':[],'columns':['i']}]}",
                "{'T':{'where':[]}}",
                "{'T':[{'where':[['i','<','a']]}]}",
                "{'T':[{'where':[['s','<','a']]}]}",
                "{'T':[{'where':[['u','==',['named-uuid','x']]]}]}",
            })
    void othersAreNot(String requests) {
        assertThatThrownBy(() -> changed(requests)).isInstanceOf(Exception.class);
    }

    @Test
    void norAreTablesThatTheMonitorDoesNotHave() {
        JsonReader reader = JsonReader.of("{\"U\":[{\"where\":[]}]}".getBytes(StandardCharsets.UTF_8));
        Set<String> others = new TreeSet<>(List.of("T"));
        assertThatThrownBy(() -> ChangeReader.usual(reader, Samples.SCHEMA, others))
                .isInstanceOf(IllegalStateException.class);
    }
}
