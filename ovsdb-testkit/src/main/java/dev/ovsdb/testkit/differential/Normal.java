package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBoolean;
import dev.ovsdb.jsonrpc.JsonInteger;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonReal;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of messages what two servers may say differently: UUIDs that they chose themselves (of versions, transactions, and
 * rows of names that nobody defined), elapsed times, the order of unsorted rows, digits of reals behind the fifteenth.
 */
final class Normal {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    static final String MASK = "(uuid)";
    private static final Pattern ELAPSED = Pattern.compile("\\b\\d+ ms\\b");
    private static final Pattern LONG_NUMBER = Pattern.compile(
            "(?<![\\w.-])-?(\\d{16,}(\\.\\d+)?|\\d+\\.\\d{4,}|\\d+(\\.\\d+)?e[+-]\\d+)(e[+-]\\d+)?(?![\\w-])");
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final long SIXTEEN_DIGITS = 1_000_000_000_000_000L;

    private final Set<String> chosen = new LinkedHashSet<>();
    private final boolean roundsIntegers;

    /** @param schema of what the messages are about; a whole real is printed as an integer, so where there are reals both are rounded */
    Normal(JsonObject schema) {
        roundsIntegers = schema.toString().contains("\"real\"");
    }

    /** Learns the UUIDs that a client sends: those stay as they are. */
    void sent(String text) {
        Matcher matcher = UUID.matcher(text);
        while (matcher.find()) chosen.add(matcher.group());
    }

    JsonValue message(JsonValue message) {
        JsonValue masked = withoutTransactionId(masked(message));
        return masked instanceof JsonObject object
                ? object.get("result")
                        .map(result -> (JsonValue) object.with("result", unordered(result)))
                        .orElse(masked)
                : masked;
    }

    /** Transaction ids, the zero one too: a standalone reference has no others, and keeps no history. */
    private static JsonValue withoutTransactionId(JsonValue message) {
        if (!(message instanceof JsonObject object)) return message;
        if (Json.string(message, "method").equals(Optional.of("update3")))
            return object.with(
                    "params", Json.replace((JsonArray) object.get("params").orElseThrow(), 1, Json.text(MASK)));
        if (object.get("result").orElse(null) instanceof JsonArray found && isFoundSince(found))
            return object.with("result", Json.replace(found, 1, Json.text(MASK)));
        return message;
    }

    private static boolean isFoundSince(JsonArray result) {
        return result.size() == 3 && result.get(0) instanceof JsonBoolean && result.get(1) instanceof JsonString;
    }

    JsonValue masked(JsonValue value) {
        if (value instanceof JsonString string) return JsonValue.of(mask(string.value()));
        if (value instanceof JsonReal real) return rounded(new BigDecimal(real.value()));
        if (value instanceof JsonInteger integer && roundsIntegers && hasManyDigits(integer.value()))
            return rounded(BigDecimal.valueOf(integer.value()));
        if (value instanceof JsonObject object
                && object.members().keySet().stream().anyMatch(this::isMasked)) return maskedNames(object);
        JsonValue masked = Json.mapParts(value, this::masked);
        return Json.isTagged(masked, "set") || Json.isTagged(masked, "map") ? reordered((JsonArray) masked) : masked;
    }

    /** Elements that were sorted by a UUID which is masked now. */
    private static JsonValue reordered(JsonArray tagged) {
        boolean sortedByUnknown = tagged.toString().contains(MASK) && tagged.get(1) instanceof JsonArray;
        return sortedByUnknown ? Json.array(tagged.get(0), sorted((JsonArray) tagged.get(1))) : tagged;
    }

    private JsonValue maskedNames(JsonObject object) {
        JsonObject masked = JsonObject.EMPTY;
        for (var member : object.members().entrySet())
            masked = masked.with(mask(member.getKey()), masked(member.getValue()));
        return masked;
    }

    private boolean isMasked(String name) {
        return !mask(name).equals(name);
    }

    private String mask(String text) {
        if (text.length() < 4) return text;
        String known = UUID.matcher(text).replaceAll(found -> chosen.contains(found.group()) ? found.group() : MASK);
        String timeless = ELAPSED.matcher(known).replaceAll("(n) ms");
        return roundsIntegers
                ? LONG_NUMBER.matcher(timeless).replaceAll(number -> roundedText(number.group()))
                : timeless;
    }

    /** A number in the text of an error. */
    private static String roundedText(String number) {
        return new BigDecimal(number).round(FIFTEEN_DIGITS).stripTrailingZeros().toString();
    }

    private static boolean hasManyDigits(long value) {
        return value >= SIXTEEN_DIGITS || value <= -SIXTEEN_DIGITS;
    }

    private static JsonValue rounded(BigDecimal value) {
        return JsonValue.of(value.round(FIFTEEN_DIGITS).doubleValue());
    }

    /** Rows of each select in an order of their text, and so the names of databases. */
    private static JsonValue unordered(JsonValue result) {
        if (!(result instanceof JsonArray array)) return result;
        if (array.size() > 0 && array.elements().stream().allMatch(JsonString.class::isInstance)) return sorted(array);
        List<JsonValue> elements = new ArrayList<>();
        for (JsonValue element : array) {
            elements.add(
                    element instanceof JsonObject object && object.get("rows").orElse(null) instanceof JsonArray rows
                            ? object.with("rows", sorted(rows))
                            : element);
        }
        return Json.array(elements);
    }

    private static JsonArray sorted(JsonArray rows) {
        return Json.array(rows.elements().stream()
                .sorted(Comparator.comparing(Json::sortedText))
                .toList());
    }
}
