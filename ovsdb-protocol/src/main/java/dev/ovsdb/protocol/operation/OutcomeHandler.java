package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.RowFormat;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.stream.StreamHandler;
import dev.ovsdb.protocol.stream.Take;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows the way to the rows of selects: the array of results (depth 0), each result (1), its members (2) and, in
 * {@code rows}, the rows (3).
 */
final class OutcomeHandler implements StreamHandler {
    private static final int RESULT = 1;
    private static final int MEMBER = 2;
    private static final int ROW = 3;

    private static final JsonReader NOTHING = JsonReader.of(new byte[0]);

    private final List<Operation> operations;
    private final @Nullable DatabaseSchema schema;
    private final SelectedRowSink sink;
    private final OutcomeAssembler assembler;

    private ResultMembers members = new ResultMembers();
    private RowFormat format = RowFormat.UNTYPED;
    private String name = "";
    private long rows;
    private @Nullable Row row;

    OutcomeHandler(List<Operation> operations, @Nullable DatabaseSchema schema, SelectedRowSink sink) {
        this.operations = List.copyOf(operations);
        this.schema = schema;
        this.sink = sink;
        this.assembler = new OutcomeAssembler(this.operations);
    }

    TransactionOutcome outcome() {
        check(assembler.problem());
        return assembler.outcome();
    }

    @Override
    public Take begin(int depth, byte first) {
        switch (depth) {
            case RESULT -> {
                members = new ResultMembers();
                format = SelectedRows.format(operations, assembler.next(), schema);
                return first == '{' ? Take.ENTER : Take.WHOLE;
            }
            case MEMBER -> {
                rows = 0;
                return first == '[' && name.equals("rows") ? Take.ENTER : Take.WHOLE;
            }
            case ROW -> {
                return Take.WHOLE;
            }
            default -> {
                check(first == '[' ? null : "an array of results");
                return Take.ENTER;
            }
        }
    }

    @Override
    public void name(int depth, JsonReader reader) {
        name = reader.nextString();
    }

    @Override
    public void read(int depth, JsonReader value) {
        switch (depth) {
            case RESULT -> value.nextNull();
            case MEMBER -> members.readValue(value, name, format);
            default -> row = format.read(value);
        }
    }

    @Override
    public boolean readsRuns(int depth) {
        return depth == ROW;
    }

    @Override
    public void readNext(int depth, JsonReader reader) {
        row = format.read(reader);
    }

    @Override
    public void accept(int depth) {
        if (depth == RESULT) {
            check(assembler.add(ResultMembers.NOT_EXECUTED));
        }
        Row whole = row;
        if (whole != null) {
            row = null;
            rows++;
            sink.row(assembler.next(), whole);
        }
    }

    @Override
    public void end(int depth) {
        if (depth == MEMBER) {
            members.streamed(rows);
        } else if (depth == RESULT) {
            check(assembler.add(members.toResult(NOTHING)));
        }
    }

    private static void check(@Nullable String problem) {
        if (problem != null) {
            throw new JsonSyntaxException("expected " + problem, 0);
        }
    }
}
