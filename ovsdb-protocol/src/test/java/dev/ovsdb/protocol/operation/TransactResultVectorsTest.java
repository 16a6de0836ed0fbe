package dev.ovsdb.protocol.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.rpc.Transact;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.vectors.Pieces;
import dev.ovsdb.protocol.vectors.Vectors;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a real server answered to transactions: read whole, in pieces, and with rows streamed. */
class TransactResultVectorsTest {
    private final DatabaseSchema schema = Vectors.schema();

    @TestFactory
    Stream<DynamicTest> results() {
        return Vectors.of("transact-result", this::describe);
    }

    private String describe(byte[] text) {
        JsonReader reader = JsonReader.of(text);
        reader.beginObject();
        reader.nextName();
        List<Operation> operations = readOperations(reader);
        reader.nextName();
        byte[] result = reader.rawValue();
        TransactionOutcome outcome = Transact.result(operations, schema).read(List.of(ByteBuffer.wrap(result)));
        for (List<ByteBuffer> pieces : Pieces.waysToCut(result, 1)) {
            assertThat(Transact.result(operations, schema).read(pieces)).isEqualTo(outcome);
            assertStreamedAs(outcome, operations, pieces);
        }
        return describe(outcome);
    }

    /** Operations that only a server may refuse count, but need not be any. */
    private List<Operation> readOperations(JsonReader reader) {
        List<Operation> operations = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            byte[] operation = reader.rawValue();
            try {
                operations.add(Operation.read(JsonReader.of(operation), schema));
            } catch (RuntimeException refused) {
                operations.add(new Comment("refused"));
            }
        }
        reader.endArray();
        return operations;
    }

    private void assertStreamedAs(TransactionOutcome whole, List<Operation> operations, List<ByteBuffer> pieces) {
        List<List<Row>> rows = new ArrayList<>();
        operations.forEach(operation -> rows.add(new ArrayList<>()));
        TransactionOutcome streamed = Transact.result(
                        operations, schema, (index, row) -> rows.get(index).add(row))
                .read(pieces);
        assertThat(streamed.commitError()).isEqualTo(whole.commitError());
        for (int i = 0; i < operations.size(); i++) {
            OperationResult expected = whole.results().get(i);
            if (expected instanceof OperationResult.Rows selected) {
                assertThat(rows.get(i)).isEqualTo(selected.rows());
                assertThat(streamed.results().get(i))
                        .isEqualTo(new OperationResult.Streamed(selected.rows().size()));
            } else {
                assertThat(streamed.results().get(i)).isEqualTo(expected);
            }
        }
    }

    private static String describe(TransactionOutcome outcome) {
        StringBuilder text = new StringBuilder("succeeded " + outcome.succeeded() + "\n");
        outcome.results().forEach(result -> text.append(describe(result)).append('\n'));
        outcome.commitError()
                .ifPresent(
                        error -> text.append("commit ").append(describe(error)).append('\n'));
        return text.toString();
    }

    private static String describe(OperationResult result) {
        if (result instanceof OperationError error) {
            return error.tag() + " [" + error.error() + "] details="
                    + error.details().orElse("-") + " syntax=" + error.syntax().orElse("-") + " others="
                    + error.others();
        }
        if (result instanceof OperationResult.Rows rows) {
            return "Rows "
                    + rows.rows().stream()
                            .map(row -> new TreeMap<>(row.asMap()))
                            .toList();
        }
        return result.toString();
    }
}
