package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.InvalidDatumException;
import dev.ovsdb.protocol.UnknownNameException;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the operations of a request. One that cannot be read the fast way is read again as a tree, and becomes a step that
 * fails; what stands behind it is only counted. If nothing is wrong with the tree after all (some member came twice, and the
 * last one counts), the tree's own text is read the fast way.
 */
final class OperationReader {
    private final JsonReader in;
    private final DatabaseSchema schema;
    private final SchemaRules rules;
    private final List<Step> steps = new ArrayList<>(4);
    private int count;

    OperationReader(JsonReader in, DatabaseSchema schema) {
        this.in = in;
        this.schema = schema;
        this.rules = SchemaRules.of(schema);
    }

    /** Reads to the end of the array of parameters. */
    void readAll() {
        while (in.hasNext()) {
            long start = in.mark();
            Step step = fast(in);
            count++;
            if (step != null) {
                steps.add(step);
            } else if (!readSlowly(start)) {
                return;
            }
        }
    }

    /** The steps up to the first one that must fail. */
    List<Step> steps() {
        return steps;
    }

    /** How many operations there are. */
    int count() {
        return count;
    }

    private @Nullable Step fast(JsonReader reader) {
        try {
            return StepReader.read(reader, rules);
        } catch (MisreadException
                | InvalidDatumException
                | UnknownNameException
                | JsonSyntaxException notAsItShouldBe) {
            return null;
        }
    }

    /** Answers whether reading can go on. */
    private boolean readSlowly(long start) {
        int number = count;
        in.backTo(start);
        byte[] text = in.rawValue();
        long end = in.mark();
        countRest();
        JsonValue tree = Trees.parse(text);
        Step failing = new OperationCheck(schema, rules, number, count).check(tree);
        if (failing != null) {
            steps.add(failing);
            return false;
        }
        steps.add(again(tree));
        in.backTo(end);
        count = number;
        return true;
    }

    private void countRest() {
        while (in.hasNext()) {
            in.skipValue();
            count++;
        }
    }

    private Step again(JsonValue tree) {
        Step step = fast(JsonReader.of(Trees.text(tree)));
        if (step == null) {
            throw new AssertionError("an operation that was found good cannot be read: " + tree);
        }
        return step;
    }
}
