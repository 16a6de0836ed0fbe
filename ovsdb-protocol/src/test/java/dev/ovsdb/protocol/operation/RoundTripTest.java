package dev.ovsdb.protocol.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.rpc.Transact;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.vectors.Pieces;
import dev.ovsdb.protocol.vectors.Rounds;
import dev.ovsdb.protocol.vectors.Vectors;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random operations and outcomes come back as they were. The seed of a failure is in its description. */
class RoundTripTest {
    private final DatabaseSchema schema = Vectors.schema();

    @Test
    void operationsAreReadAsTheyWereWritten() {
        for (long seed = 0; seed < Rounds.of(2000); seed++) {
            Operation operation = new Generator(seed, schema).operation();
            JsonReader reader = JsonReader.of(operation.toJson().getBytes(StandardCharsets.UTF_8));
            assertThat(Operation.read(reader, schema)).as("seed %d", seed).isEqualTo(operation);
        }
    }

    @Test
    void membersMayComeInAnyOrder() {
        for (long seed = 0; seed < Rounds.of(2000); seed++) {
            Operation operation = new Generator(seed, schema).operation();
            byte[] shuffled = shuffleMembers(operation.toJson(), new Random(seed));
            assertThat(Operation.read(JsonReader.of(shuffled), schema))
                    .as("seed %d", seed)
                    .isEqualTo(operation);
        }
    }

    @Test
    void withoutASchemaTheSameTextComesBack() {
        for (long seed = 0; seed < Rounds.of(2000); seed++) {
            String json = new Generator(seed, schema).operation().toJson();
            assertThat(Operation.parse(json).toJson()).as("seed %d", seed).isEqualTo(json);
        }
    }

    @Test
    void whatIsGeneratedBreaksNoRuleOfShape() {
        for (long seed = 0; seed < Rounds.of(500); seed++) {
            Operation operation = new Generator(seed, schema).operation();
            assertThat(Transaction.of("Vectors", operation).violations(schema))
                    .as("seed %d: %s", seed, operation.toJson())
                    .noneMatch(violation -> violation.rule().contains("must suit")
                            || violation.rule().startsWith("expected a map")
                            || violation.rule().startsWith("expected a set"));
        }
    }

    @Test
    void transactionsAreReadAsTheyWereWritten() {
        Generator generator = new Generator(1, schema);
        Transaction transaction = Transaction.on("Vectors");
        for (int i = 0; i < 100; i++) {
            transaction.add(generator.operation());
        }
        JsonWriter writer = new JsonWriter();
        transaction.write(writer);
        Transaction read = Transaction.read(JsonReader.of(writer.toByteArray()), name -> schema);

        assertThat(read.database()).isEqualTo("Vectors");
        assertThat(read.operations()).isEqualTo(transaction.operations());
    }

    @Test
    void outcomesAreReadAsTheyWereWrittenInWhateverPieces() {
        for (long seed = 0; seed < Rounds.of(200); seed++) {
            Generator generator = new Generator(seed, schema);
            List<Operation> operations = new ArrayList<>();
            List<OperationResult> results = new ArrayList<>();
            for (int i = generator.below(6); i > 0; i--) {
                Operation operation = generator.operation();
                operations.add(operation);
                results.add(result(generator, operation));
            }
            OperationError commitError =
                    generator.below(3) == 0 ? OperationError.of(ErrorTag.CONSTRAINT_VIOLATION, "\"no\"") : null;
            TransactionOutcome outcome = TransactionOutcome.of(operations, results, commitError);
            JsonWriter writer = new JsonWriter();
            outcome.write(writer);
            for (List<ByteBuffer> pieces : Pieces.waysToCut(writer.toByteArray(), seed)) {
                assertThat(Transact.result(operations, schema).read(pieces))
                        .as("seed %d", seed)
                        .isEqualTo(outcome);
            }
        }
    }

    private OperationResult result(Generator generator, Operation operation) {
        if (operation instanceof Select select) {
            List<Row> rows = new ArrayList<>();
            for (int i = generator.below(20); i > 0; i--) {
                rows.add(generator.row(schema.requireTable(select.table()), false));
            }
            return new OperationResult.Rows(rows);
        }
        return generator.pick(List.of(
                new OperationResult.Inserted(generator.uuid()),
                new OperationResult.Count(generator.below(1000)),
                new OperationResult.Done(),
                new OperationResult.NotExecuted()));
    }

    private static byte[] shuffleMembers(String json, Random random) {
        List<String> names = new ArrayList<>();
        List<byte[]> values = new ArrayList<>();
        JsonReader reader = JsonReader.of(json.getBytes(StandardCharsets.UTF_8));
        reader.beginObject();
        while (reader.hasNext()) {
            names.add(reader.nextName());
            values.add(reader.rawValue());
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        JsonWriter writer = new JsonWriter().beginObject();
        order.forEach(i -> writer.name(names.get(i)).raw(values.get(i)));
        return writer.endObject().toByteArray();
    }
}
