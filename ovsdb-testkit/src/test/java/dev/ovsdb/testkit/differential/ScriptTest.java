package dev.ovsdb.testkit.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {
    @Test
    void aSeedMakesTheSameScriptAgain() {
        assertThat(script(7)).isEqualTo(script(7));
        assertThat(script(7)).isNotEqualTo(script(8));
    }

    @Test
    void aScriptSurvivesItsFile() {
        Script script = script(11);
        assertThat(Script.parse("# why\n" + script)).isEqualTo(script);
    }

    @Test
    void everySchemaCanBeRead() {
        Chance seeds = new Chance(3);
        for (int i = 0; i < 200; i++) {
            SchemaPlan plan = SchemaMaker.make(new Chance(seeds.seed()));
            assertThat(DatabaseSchema.parse(plan.toJson().toString()).tables()).hasSameSizeAs(plan.tables());
        }
    }

    @Test
    void aShrinkerKeepsWhatMatters() {
        Step.Close essential = new Step.Close(17);
        List<Step> steps = new ArrayList<>(script(5).steps());
        steps.add(12, essential);
        Shrinker shrinker = new Shrinker(candidate -> candidate.steps().contains(essential), 1000);
        assertThat(shrinker.shrink(new Script(JsonObject.EMPTY, steps)).steps()).containsExactly(essential);
    }

    private static Script script(long seed) {
        ScriptMaker maker = new ScriptMaker(new Chance(seed));
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < 60; i++) steps.add(maker.next());
        return new Script(maker.schema().toJson(), steps);
    }
}
