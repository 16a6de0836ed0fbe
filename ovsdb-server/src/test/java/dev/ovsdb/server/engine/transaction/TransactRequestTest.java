package dev.ovsdb.server.engine.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactRequestTest {
    private final TestDatabase database = SmallSchema.database();

    @Test
    void tellsWhatMakesItImpossible() {
        TransactRequest request = TransactRequest.parse(bytes("[\"Nowhere\"]"), name -> null);
        assertThat(request.database()).isEqualTo("Nowhere");
        assertThat(request.schema()).isNull();
        assertThat(String.valueOf(request.refusal())).contains("unknown database");
        assertThat(TransactRequest.parse(bytes("{}"), name -> null).refusal()).isNotNull();
    }

    @Test
    void readsParametersThatCameInPieces() {
        byte[] whole = "[\"Small\",{\"op\":\"insert\",\"table\":\"Port\",\"row\":{\"name\":\"p\"}}]"
                .getBytes(StandardCharsets.UTF_8);
        List<ByteBuffer> pieces = new ArrayList<>();
        for (byte each : whole) {
            pieces.add(ByteBuffer.wrap(new byte[] {each}));
        }
        TransactRequest request = TransactRequest.parse(JsonBytes.of(pieces), name -> database.store.schema());
        assertThat(database.execute(request).toJson().toString()).startsWith("[{\"uuid\"");
    }

    @Test
    void isReadAgainWhenTheDatabaseHasAnotherSchema() {
        TransactRequest request = database.request("{'op':'select','table':'Port','where':[],'columns':['name']}");
        DatabaseSchema other = DatabaseSchema.parse(TestDatabase.json(
                SmallSchema.TEXT.replace("name':{", "title':{").replace("[['name']]", "[['title']]")));
        TestDatabase converted = new TestDatabase(other);
        assertThatThrownBy(() -> converted.attempt(request)).isInstanceOf(IllegalArgumentException.class);
        assertThat(converted.execute(request.readAgain(other)).toJson().toString())
                .contains("name is not a valid column name");
    }

    @Test
    void knowsWhetherItOnlyReads() {
        assertThat(database.request("{'op':'select','table':'Port','where':[]}", "{'op':'comment','comment':'x'}")
                        .onlyReads())
                .isTrue();
        assertThat(database.request("{'op':'delete','table':'Port','where':[]}").onlyReads())
                .isFalse();
    }

    @Test
    void countsOperationsBehindOneThatIsWrong() {
        TransactRequest request = database.request("1", "{'op':'abort'}", "[]");
        assertThat(request.operations()).isEqualTo(3);
        assertThat(request.steps()).hasSize(1);
    }

    private static JsonBytes bytes(String json) {
        return JsonBytes.of(json.getBytes(StandardCharsets.UTF_8));
    }
}
