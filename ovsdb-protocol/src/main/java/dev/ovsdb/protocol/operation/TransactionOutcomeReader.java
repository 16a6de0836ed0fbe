package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.RowFormat;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.stream.JsonStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a transact result that arrives in pieces of any size, and hands the rows of its selects to a sink one by one: a select
 * of a gigabyte needs no more memory than its largest row. Rows go to the sink before it is known how the transaction ended.
 *
 * <p>For one thread, one result. After an exception the reader is of no further use.
 */
public final class TransactionOutcomeReader {
    private final OutcomeHandler handler;
    private final JsonStream stream;

    private TransactionOutcomeReader(OutcomeHandler handler) {
        this.handler = handler;
        this.stream = new JsonStream(handler);
    }

    /**
     * A reader that gives rows to the sink; in the outcome stands {@link OperationResult.Streamed} for them.
     *
     * @param operations what was asked
     * @param schema by which rows are read, or null
     */
    public static TransactionOutcomeReader of(
            List<Operation> operations, @Nullable DatabaseSchema schema, SelectedRowSink sink) {
        return new TransactionOutcomeReader(new OutcomeHandler(operations, schema, sink));
    }

    /**
     * Takes the next piece, all that remains in it. The piece is not kept.
     *
     * @throws JsonSyntaxException if the text is not JSON or no transact result
     */
    public void feed(ByteBuffer piece) {
        stream.feed(piece);
    }

    /**
     * Says that no piece follows.
     *
     * @throws JsonSyntaxException if the text is not complete
     */
    public TransactionOutcome finish() {
        stream.finish();
        return handler.outcome();
    }

    /**
     * Reads a whole transact result and keeps its rows.
     *
     * @param operations what was asked
     * @param schema by which rows are read, or null
     * @throws JsonSyntaxException if the text is not JSON or no transact result
     */
    public static TransactionOutcome read(
            JsonReader reader, List<Operation> operations, @Nullable DatabaseSchema schema) {
        OutcomeAssembler assembler = new OutcomeAssembler(operations);
        reader.beginArray();
        while (reader.hasNext()) {
            check(reader, assembler.add(readOne(reader, SelectedRows.format(operations, assembler.next(), schema))));
        }
        reader.endArray();
        check(reader, assembler.problem());
        return assembler.outcome();
    }

    private static OperationResult readOne(JsonReader reader, RowFormat rows) {
        switch (reader.peek()) {
            case NULL -> {
                reader.nextNull();
                return ResultMembers.NOT_EXECUTED;
            }
            default -> {
                ResultMembers members = new ResultMembers();
                reader.beginObject();
                while (reader.hasNext()) {
                    members.readMember(reader, rows);
                }
                reader.endObject();
                return members.toResult(reader);
            }
        }
    }

    private static void check(JsonReader reader, @Nullable String problem) {
        if (problem != null) {
            throw reader.expected(problem);
        }
    }
}
