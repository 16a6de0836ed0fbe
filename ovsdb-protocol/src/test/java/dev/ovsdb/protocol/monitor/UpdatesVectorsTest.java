package dev.ovsdb.protocol.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.UnknownNames;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.vectors.Pieces;
import dev.ovsdb.protocol.vectors.Vectors;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a real server sent to monitors: read whole and in pieces, with and without the schema. */
class UpdatesVectorsTest {
    private static final Map<String, UpdatesMessage> MESSAGES = Map.of(
            "monitor", UpdatesMessage.MONITOR_RESULT,
            "monitor_cond", UpdatesMessage.MONITOR_COND_RESULT,
            "monitor_cond_since", UpdatesMessage.MONITOR_COND_SINCE_RESULT,
            "update", UpdatesMessage.UPDATE,
            "update2", UpdatesMessage.UPDATE2,
            "update3", UpdatesMessage.UPDATE3);

    private final UpdateSchema schema = UpdateSchema.of(Vectors.schema(), UnknownNames.REFUSE);

    @TestFactory
    Stream<DynamicTest> updates() {
        return Vectors.of("updates", this::describe);
    }

    private String describe(byte[] text) {
        String method = "";
        byte[] body = {};
        JsonReader reader = JsonReader.of(text);
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.nextName()) {
                case "method" -> method = reader.nextString();
                case "params", "result" -> body = reader.rawValue();
                default -> reader.skipValue();
            }
        }
        UpdatesMessage message = MESSAGES.get(method);
        String typed = read(message, schema, List.of(ByteBuffer.wrap(body)));
        String untyped = read(message, UpdateSchema.NONE, List.of(ByteBuffer.wrap(body)));
        for (List<ByteBuffer> pieces : Pieces.waysToCut(body, 2)) {
            assertThat(read(message, schema, duplicates(pieces))).isEqualTo(typed);
            assertThat(read(message, UpdateSchema.NONE, duplicates(pieces))).isEqualTo(untyped);
        }
        return method + "\n" + typed + (untyped.equals(typed) ? "" : "without a schema\n" + untyped);
    }

    private static List<ByteBuffer> duplicates(List<ByteBuffer> pieces) {
        return pieces.stream().map(ByteBuffer::duplicate).toList();
    }

    private static String read(UpdatesMessage message, UpdateSchema schema, List<ByteBuffer> pieces) {
        StringBuilder text = new StringBuilder();
        TableUpdatesReader reader = TableUpdatesReader.of(message, schema, new Describing(text));
        pieces.forEach(reader::feed);
        reader.finish();
        return text.toString();
    }

    /** Writes down what it is given. */
    private record Describing(StringBuilder text) implements RowUpdateSink {
        @Override
        public void begin(UpdatesHeader header) {
            header.monitorId().ifPresent(id -> line("id " + new String(id, StandardCharsets.UTF_8)));
            header.found().ifPresent(found -> line("found " + found));
            header.lastTransactionId().ifPresent(id -> line("last " + id));
        }

        @Override
        public void row(String table, UUID uuid, RowUpdate update) {
            line(table + " " + uuid + " " + describe(update));
        }

        @Override
        public void end() {
            line("end");
        }

        private void line(String line) {
            text.append(line).append('\n');
        }

        private static String describe(RowUpdate update) {
            if (update instanceof RowUpdate.Initial initial) {
                return "initial " + sorted(initial.row());
            } else if (update instanceof RowUpdate.Insert insert) {
                return "insert " + sorted(insert.row());
            } else if (update instanceof RowUpdate.Modify modify) {
                return "modify " + sorted(modify.diff());
            } else if (update instanceof RowUpdate.Replace replace) {
                return "replace " + sorted(replace.before()) + " by " + sorted(replace.after());
            }
            return "delete " + sorted(((RowUpdate.Delete) update).rowOrNull());
        }

        private static String sorted(@Nullable Row row) {
            return row == null ? "-" : new TreeMap<>(row.asMap()).toString();
        }
    }
}
