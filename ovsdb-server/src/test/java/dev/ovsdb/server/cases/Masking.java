package dev.ovsdb.server.cases;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.server.text.JsonPrinter;
import dev.ovsdb.server.text.NameOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Brings the answers of one case into the form of its file: see this package. */
public final class Masking {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TWO_ROWS =
            Pattern.compile("First row, with UUID (.*?)\\.  Second row, with UUID (.*)\\.");

    private final Set<String> known = new HashSet<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private boolean ordered;

    /** To be told of each request before its answer. */
    public void request(String request) {
        UUID.matcher(request).results().forEach(match -> known.add(match.group()));
        ordered = request.contains("\"sort\"");
    }

    /** An answer of a file, its numbers printed as ours are. */
    static String normal(String answer) {
        String error = answer.startsWith("error ") ? "error " : "";
        return error + JsonPrinter.quoted(JsonValue.parse(answer.substring(error.length())));
    }

    /** A result. */
    public String result(JsonValue result) {
        return result instanceof JsonArray array
                ? array.elements().stream().map(this::numbered).collect(Collectors.joining(",", "[", "]"))
                : numbered(result);
    }

    /** The error of a reply that is one as a whole. */
    public String error(JsonValue error) {
        return "error " + numbered(error);
    }

    private String numbered(JsonValue value) {
        return replace(JsonPrinter.quoted(arranged(value)), uuid -> {
            numbers.putIfAbsent(uuid, numbers.size());
            return label(uuid);
        });
    }

    private String label(String uuid) {
        Integer number = numbers.get(uuid);
        return number == null ? "<?>" : "<" + number + ">";
    }

    private String replace(String text, UnaryOperator<String> label) {
        return UUID.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        known.contains(match.group()) ? match.group() : label.apply(match.group())));
    }

    private JsonValue arranged(JsonValue value) {
        if (value instanceof JsonObject object) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> {
                JsonValue arranged = arranged(member);
                members.put(name, name.equals("rows") && !ordered ? sorted((JsonArray) arranged) : arranged);
            });
            return JsonObject.of(members);
        }
        if (value instanceof JsonArray array) {
            JsonArray arranged = JsonValue.array(
                    array.elements().stream().map(this::arranged).toList());
            boolean set = arranged.size() == 2 && arranged.get(0).equals(JsonValue.of("set"));
            return set && arranged.get(1) instanceof JsonArray elements
                    ? JsonValue.array(arranged.get(0), sorted(elements))
                    : arranged;
        }
        return value instanceof JsonString string ? JsonValue.of(rowsArranged(string.value())) : value;
    }

    /** Which of two rows with the same values comes first depends on their UUIDs. */
    private String rowsArranged(String details) {
        return TWO_ROWS.matcher(details).replaceAll(match -> {
            List<String> rows = new ArrayList<>(List.of(match.group(1), match.group(2)));
            rows.sort(Comparator.comparing(row -> replace(row, this::label), NameOrder.BYTES));
            return Matcher.quoteReplacement(
                    "First row, with UUID " + rows.get(0) + ".  Second row, with UUID " + rows.get(1) + ".");
        });
    }

    private JsonArray sorted(JsonArray array) {
        return JsonValue.array(array.elements().stream()
                .sorted(Comparator.comparing(
                        element -> replace(JsonPrinter.sorted(element), this::label), NameOrder.BYTES))
                .toList());
    }
}
