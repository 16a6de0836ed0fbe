package dev.ovsdb.protocol.rpc;

import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.SelectedRowSink;
import dev.ovsdb.protocol.operation.Transaction;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.protocol.operation.TransactionOutcomeReader;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code transact}: operations on a database, all or none (RFC 7047, section 4.1.3). */
public final class Transact {
    public static final String METHOD = "transact";

    private static final String SHAPE = "[<operation-result>, ...]";

    private Transact() {}

    public static List<ByteBuffer> params(Transaction transaction) {
        JsonWriter writer = new JsonWriter();
        transaction.write(writer);
        return writer.toBuffers();
    }

    public static List<ByteBuffer> params(String database, List<Operation> operations) {
        JsonWriter writer = new JsonWriter();
        writer.beginArray().value(database);
        for (int i = 0; i < operations.size(); i++) {
            operations.get(i).write(writer);
        }
        return writer.endArray().toBuffers();
    }

    /**
     * Reads the outcome whole, with the rows of its selects.
     *
     * @param operations what was asked: it says how many results to expect, and of which tables
     * @param schema by which selected rows are read, or null
     */
    public static ResultReader<TransactionOutcome> result(List<Operation> operations, @Nullable DatabaseSchema schema) {
        return new BufferedReader<>(METHOD, SHAPE, reader -> TransactionOutcomeReader.read(reader, operations, schema));
    }

    /** Hands selected rows to a sink as they come, so that a select of any size needs no memory to speak of. */
    public static ResultReader<TransactionOutcome> result(
            List<Operation> operations, @Nullable DatabaseSchema schema, SelectedRowSink sink) {
        TransactionOutcomeReader reader = TransactionOutcomeReader.of(operations, schema, sink);
        return new StreamingReader<>(METHOD, SHAPE, reader::feed, reader::finish);
    }
}
