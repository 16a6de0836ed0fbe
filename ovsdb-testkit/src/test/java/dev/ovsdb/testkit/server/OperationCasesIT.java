package dev.ovsdb.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.cases.CaseFile;
import dev.ovsdb.server.cases.CaseFile.Case;
import dev.ovsdb.server.cases.CaseFile.Exchange;
import dev.ovsdb.server.cases.Masking;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The answers in the files of cases, by which our executor is judged, are the reference's. */
@RequiresPeer("ovsdb-server")
class OperationCasesIT {
    static final List<String> FILES = CaseFile.NAMES;

    private static ReferenceServer server;
    private static OvsdbClient client;

    @BeforeAll
    static void start() {
        server = ReferenceServer.builder().schema(CaseFile.schemaText()).unix().start();
        client = OvsdbClient.builder().remotes(server.remote("unix")).connect().join();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void areTheReferencesAnswers(String file) {
        List<String> differences = new ArrayList<>();
        for (Case each : CaseFile.read(file).cases()) {
            empty();
            run(each, differences);
        }
        assertThat(differences).isEmpty();
    }

    private static void empty() {
        List<JsonValue> params =
                new ArrayList<>(List.of(JsonValue.of(CaseFile.schema().name())));
        for (TableSchema table : CaseFile.schema().tables()) {
            params.add(JsonValue.object("op", JsonValue.of("delete"))
                    .with("table", JsonValue.of(table.name()))
                    .with("where", JsonArray.EMPTY));
        }
        call(params);
    }

    private static void run(Case each, List<String> differences) {
        Masking masking = new Masking();
        for (Exchange exchange : each.exchanges()) {
            masking.request(exchange.request());
            String answer = answer(masking, exchange.request());
            if (!answer.equals(exchange.answer())) {
                differences.add(each.name() + "\n> " + exchange.request() + "\nexpected " + exchange.answer()
                        + "\nbut was  " + answer + "\n");
            }
        }
    }

    private static String answer(Masking masking, String request) {
        try {
            return masking.result(call(((JsonArray) JsonValue.parse(request)).elements()));
        } catch (CompletionException e) {
            if (e.getCause() instanceof RemoteErrorException refused) {
                return masking.error(refused.error());
            }
            throw e;
        }
    }

    private static JsonValue call(List<JsonValue> params) {
        return client.call("transact", params.toArray(new JsonValue[0])).join();
    }
}
