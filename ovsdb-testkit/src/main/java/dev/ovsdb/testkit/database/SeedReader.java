package dev.ovsdb.testkit.database;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.InvalidDatumException;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.operation.Insert;
import dev.ovsdb.protocol.operation.Transaction;
import dev.ovsdb.protocol.schema.ColumnSchema;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the parameters of a {@code transact} whose database's name may be left out. */
record SeedReader(TestServer server) {
    /** @throws RuntimeException if it is none; for a value that is not of its column's type, says which column that is */
    Transaction read(String json) {
        byte[] text = withName(json).getBytes(StandardCharsets.UTF_8);
        try {
            return Transaction.read(
                    JsonReader.of(text), name -> server.database(name).schema());
        } catch (IllegalArgumentException e) {
            String culprit = culprit(text).orElseThrow(() -> e);
            throw new IllegalArgumentException(culprit, e);
        }
    }

    private String withName(String json) {
        JsonReader reader = JsonReader.of(json.getBytes(StandardCharsets.UTF_8));
        reader.beginArray();
        boolean named = reader.hasNext() && reader.peek() != JsonToken.BEGIN_OBJECT;
        if (named) return json;
        String rest = json.substring(json.indexOf('[') + 1);
        return "[\"" + server.database().name() + "\"" + (rest.strip().equals("]") ? "" : ",") + rest;
    }

    /** The first value of a row that does not fit: a reader of operations tells the place in the text only. */
    private Optional<String> culprit(byte[] text) {
        Transaction untyped;
        try {
            untyped = Transaction.read(JsonReader.of(text), name -> null);
        } catch (IllegalArgumentException | JsonSyntaxException e) {
            return Optional.empty(); // Wrong in another way, which the first attempt tells.
        }
        for (int i = 0; i < untyped.operations().size(); i++) {
            if (untyped.operations().get(i) instanceof Insert insert) {
                Optional<String> culprit = culprit(untyped.database(), insert);
                if (culprit.isPresent()) return Optional.of("operation " + i + ", insert into " + culprit.get());
            }
        }
        return Optional.empty();
    }

    private Optional<String> culprit(String database, Insert insert) {
        var table = server.database(database).schema().table(insert.table());
        if (table.isEmpty()) return Optional.empty();
        for (String name : insert.row().columns()) {
            Optional<String> problem = table.get()
                    .column(name)
                    .flatMap(column -> problem(column, insert.row().require(name)));
            if (problem.isPresent()) return Optional.of(insert.table() + ", column " + name + ": " + problem.get());
        }
        return Optional.empty();
    }

    private static Optional<String> problem(ColumnSchema column, Datum value) {
        JsonWriter writer = new JsonWriter();
        value.write(writer);
        try {
            Datum.read(JsonReader.of(writer.toString().getBytes(StandardCharsets.UTF_8)), column.type());
            return Optional.empty();
        } catch (InvalidDatumException | JsonSyntaxException e) {
            return Optional.of(e.getMessage() + " of " + value + ", which is to be " + column.type());
        }
    }
}
