package dev.ovsdb.testkit.interop;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rows of a database in a form that depends on what they hold and refer to, and not on their UUIDs.
 *
 * <p>Each row gets a label from its values; then, a few times over, from its values with the labels of the rows they refer to.
 */
final class Dump {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int ROUNDS = 4;

    private final List<String> without;

    /** @param without columns to leave out, as {@code Table.column} or {@code *.column} */
    Dump(List<String> without) {
        this.without = without;
    }

    /** @param printed what {@code ovsdb-client --format=json dump} prints: an object a table */
    String text(String printed) {
        Map<String, String> rows = new LinkedHashMap<>();
        printed.lines()
                .filter(line -> line.startsWith("{"))
                .forEach(line -> read((JsonObject) JsonValue.parse(line), rows));
        Map<String, String> labels = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) labels = labels(rows, labels);
        Map<String, String> last = labels;
        return rows.values().stream().map(row -> labelled(row, last)).sorted().collect(Collectors.joining("\n"));
    }

    private void read(JsonObject table, Map<String, String> rows) {
        String name = ((JsonString) table.get("caption").orElseThrow()).value().replace(" table", "");
        JsonArray headings = (JsonArray) table.get("headings").orElseThrow();
        for (JsonValue row : (JsonArray) table.get("data").orElseThrow()) {
            List<String> values = new ArrayList<>();
            String uuid = "";
            for (int i = 0; i < headings.size(); i++) {
                String column = ((JsonString) headings.get(i)).value();
                String value = ((JsonArray) row).get(i).toString();
                if (column.equals("_uuid")) uuid = value.replaceAll("[^0-9a-f-]*\"([0-9a-f-]{36})\".*", "$1");
                else if (!isLeftOut(name, column)) values.add(column + "=" + value);
            }
            rows.put(uuid.substring(uuid.length() - 36), name + " " + String.join(" ", values));
        }
    }

    private boolean isLeftOut(String table, String column) {
        return column.equals("_version")
                || without.contains(table + "." + column)
                || without.contains("*." + column)
                || without.contains(table + ".*");
    }

    private static Map<String, String> labels(Map<String, String> rows, Map<String, String> before) {
        Map<String, String> labels = new TreeMap<>();
        rows.forEach((uuid, row) ->
                labels.put(uuid, Integer.toHexString(labelled(row, before).hashCode())));
        return labels;
    }

    /** The row with labels for UUIDs; elements of sets, which stood in the order of UUIDs, are sorted by their labels. */
    private static String labelled(String row, Map<String, String> labels) {
        List<String> found = new ArrayList<>();
        Matcher matcher = UUID.matcher(row);
        while (matcher.find()) found.add("<" + labels.getOrDefault(matcher.group(), "?") + ">");
        found.sort(null);
        return UUID.matcher(row).replaceAll("<>") + " " + String.join(" ", found);
    }
}
