package dev.ovsdb.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.server.cases.MonitorRequestCase;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** The answers to monitors' requests, by which our engine is judged, are the reference's. */
@RequiresPeer("ovsdb-server")
class MonitorRequestCasesIT {
    private static final JsonArray TAKEN = params("[\"M\",\"taken\",{}]");
    private static final JsonArray MONITOR_M = params("[\"M\",\"m\",{\"T\":[{\"columns\":[\"i\"]}]}]");

    @Test
    void areTheReferencesAnswers() {
        List<String> differences = new ArrayList<>();
        try (ReferenceServer server = ReferenceServer.builder()
                .schema(MonitorRequestCase.SCHEMA)
                .unix()
                .start()) {
            for (MonitorRequestCase each : MonitorRequestCase.all()) {
                Optional<JsonValue> refusal = refusal(server.remote("unix"), each);
                if (!each.expects(refusal))
                    differences.add(each + "\nexpected " + each.error() + "\nbut was  " + refusal);
            }
        }
        assertThat(differences).isEmpty();
    }

    /** Each on a session of its own, since those that are granted leave a monitor. */
    private static Optional<JsonValue> refusal(String remote, MonitorRequestCase each) {
        try (OvsdbClient client =
                OvsdbClient.builder().remotes(remote).connect().join()) {
            call(client, "monitor", TAKEN);
            if (each.needsMonitor()) call(client, "monitor_cond", MONITOR_M);
            call(client, each.method(), each.params());
            return Optional.empty();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RemoteErrorException refused) return Optional.of(refused.error());
            throw e;
        }
    }

    private static void call(OvsdbClient client, String method, JsonArray params) {
        client.call(method, params.elements().toArray(new JsonValue[0])).join();
    }

    private static JsonArray params(String text) {
        return (JsonArray) JsonValue.parse(text);
    }
}
