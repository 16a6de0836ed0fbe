package dev.ovsdb.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.server.cases.SchemaCase;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** The answers to schemas, by which our own check of them is judged, are the reference's. */
@RequiresPeer("ovsdb-server")
class SchemaCasesIT {
    @Test
    void areTheReferencesAnswers() {
        List<String> differences = new ArrayList<>();
        try (ReferenceServer server = ReferenceServer.builder()
                .schema("{\"name\":\"S\",\"tables\":{}}")
                .unix()
                .start()) {
            for (SchemaCase each : SchemaCase.all()) {
                Optional<JsonValue> refusal = refusal(server.remote("unix"), each.schema());
                if (!each.expects(refusal)) {
                    differences.add(each + "\nexpected " + each.error() + "\nbut was  " + refusal);
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    /** Each on a session of its own, since it ends with the conversion. */
    private static Optional<JsonValue> refusal(String remote, JsonValue schema) {
        try (OvsdbClient client =
                OvsdbClient.builder().remotes(remote).connect().join()) {
            client.call("convert", JsonValue.of("S"), schema).join();
            return Optional.empty();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RemoteErrorException refused) return Optional.of(refused.error());
            throw e;
        }
    }
}
