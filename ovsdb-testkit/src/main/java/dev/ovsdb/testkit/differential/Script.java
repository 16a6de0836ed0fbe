package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is played on both servers: a schema and steps.
 *
 * <p>As a file it has one JSON text a line, the schema first; lines that begin with {@code #} say what the case is about.
 */
record Script(JsonObject schema, List<Step> steps) {
    Script {
        steps = List.copyOf(steps);
    }

    static Script read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    static Script parse(String text) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        List<Step> steps = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) steps.add(Step.parse(line));
        return new Script((JsonObject) JsonValue.parse(lines.get(0)), steps);
    }

    Script withSteps(List<Step> others) {
        return new Script(schema, others);
    }

    @Override
    public String toString() {
        return schema + steps.stream().map(step -> "\n" + step.toJson()).collect(Collectors.joining()) + "\n";
    }
}
