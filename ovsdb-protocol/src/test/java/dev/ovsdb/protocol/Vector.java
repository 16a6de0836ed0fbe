package dev.ovsdb.protocol;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One case of {@code src/test/resources/vectors}: its members as JSON text, and what is expected. */
record Vector(String name, Map<String, byte[]> members, String expected) {
    static List<Vector> all(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Vector::load)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Vector load(Path file) {
        try {
            String name = file.getFileName().toString().replace(".json", "");
            Map<String, byte[]> members = new LinkedHashMap<>();
            JsonReader in = JsonReader.of(Files.readAllBytes(file));
            in.beginObject();
            while (in.hasNext()) {
                members.put(in.nextName(), in.rawValue());
            }
            in.endObject();
            in.end();
            return new Vector(
                    name,
                    members,
                    Files.readString(file.resolveSibling(name + ".expected")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String action() {
        return string("do");
    }

    boolean comparesWithReference() {
        return !members.containsKey("reference");
    }

    /** The text that is put to the test: {@code value} as it stands, or {@code text}, or {@code hex}. */
    byte[] input() {
        if (members.containsKey("text")) {
            return string("text").getBytes(StandardCharsets.UTF_8);
        }
        return members.containsKey("hex") ? HexFormat.of().parseHex(string("hex")) : members.get("value");
    }

    JsonReader json(String member) {
        return JsonReader.of(members.get(member));
    }

    String string(String member) {
        return json(member).nextString();
    }

    /** The column type of the case. */
    ColumnType type() {
        return schema().requireTable("T").requireColumn("c").type();
    }

    DatabaseSchema schema() {
        return DatabaseSchema.parse(schemaText());
    }

    /** A schema with one column of the case's type. */
    String schemaText() {
        String type = new String(members.get("type"), StandardCharsets.UTF_8);
        return "{\"name\":\"D\",\"version\":\"1.0.0\",\"tables\":{\"T\":{\"columns\":{\"c\":{\"type\":" + type
                + "}}}}}";
    }

    @Override
    public String toString() {
        return name;
    }
}
