package dev.ovsdb.server.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests and how they are refused; the cases in {@code requests.txt} are the reference's own answers. */
class MonitorRequestTest {
    private static final JsonValue NONE = JsonValue.of("none");

    /** A line of the file: method, params, and the error or {@code ok}, separated by tabs. */
    record Case(String method, String params, String expected) {}

    static Stream<Case> cases() throws IOException {
        try (var in = Objects.requireNonNull(MonitorRequestTest.class.getResourceAsStream("requests.txt"))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(parts -> new Case(parts[0], parts[1], parts[2]));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isAnsweredAsByTheReference(Case line) {
        assertThat(members(answer(line.method(), line.params())))
                .isEqualTo(members(line.expected().equals("ok") ? NONE : Samples.value(line.expected())));
    }

    private static JsonValue answer(String method, String params) {
        return switch (method) {
            case "monitor_cond_change" -> {
                Session session = new Session();
                Monitor monitor = session.monitor(MonitorKind.MONITOR_COND, "['M','m',{'T':[{'columns':['i']}]}]");
                ChangeCall call = ChangeCall.read(Samples.bytes(params), id -> null);
                JsonValue refusal = call.refusal(
                        call.oldId().equals(monitor.id()) ? monitor : null,
                        call.newId().equals(JsonValue.of("taken")));
                yield refusal == null ? NONE : refusal;
            }
            case "monitor_cancel" -> {
                CancelCall call = CancelCall.read(Samples.bytes(params));
                JsonValue refusal = call.refusal(call.id().equals(JsonValue.of("m")));
                yield refusal == null ? NONE : refusal;
            }
            default -> {
                OpenCall call = Samples.open(MonitorKind.of(method).orElseThrow(), params);
                JsonValue refusal = call.refusal(call.id().equals(JsonValue.of("taken")));
                yield refusal == null ? NONE : refusal;
            }
        };
    }

    /** Members without their order. */
    private static Object members(JsonValue value) {
        return value instanceof JsonObject object ? object.members() : value;
    }

    @Nested
    class Where {
        private static RowCondition condition(String where) {
            OpenCall call = Samples.open(MonitorKind.MONITOR_COND, "['M',1,{'T':[{'where':" + where + "}]}]");
            assertThat(call.refusal(false)).isNull();
            return call.tables().get(0).condition();
        }

        @Test
        void clausesMakeEqualConditionsInAnyOrderAndSpelling() {
            String one = "['_uuid','==',['uuid','00000000-0000-0000-0000-000000000001']]";
            String spaced = "[ '_uuid' , '==' , [ 'uuid' , '00000000-0000-0000-0000-000000000001' ] ]";
            assertThat(condition("[" + one + ",['i','==',1]]"))
                    .isEqualTo(condition("[['i','==',1]," + spaced + "," + one + "]"))
                    .hasSameHashCodeAs(condition("[['i','==',1.0]," + one + "]"))
                    .isNotEqualTo(condition("[" + one + "]"));
        }

        @Test
        void anEmptyListAndTrueAreEveryRowAndFalseIsNone() {
            assertThat(condition("[]").isEvery()).isTrue();
            assertThat(condition("[false,true]").isEvery()).isTrue();
            assertThat(condition("[false]").isEvery()).isFalse();
            assertThat(condition("[false]").isByUuid()).isTrue();
        }
    }
}
