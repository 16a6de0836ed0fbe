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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of messages what two servers may say differently: UUIDs that they chose themselves (of versions, transactions, and
 * rows of names that nobody defined), elapsed times, the order of unsorted rows, digits of reals behind the fifteenth, and the sign of
 * zero in errors.
 */
final class Normal {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int UUID_LENGTH = 36;
    static final String MASK = "(uuid)";
    private static final Pattern ELAPSED = Pattern.compile("\\b\\d+ ms\\b");
    private static final Pattern LONG_NUMBER = Pattern.compile(
            "(?<![\\w.-])-?(\\d{16,}(\\.\\d+)?|\\d+\\.\\d{4,}|\\d+(\\.\\d+)?e[+-]\\d+)(e[+-]\\d+)?(?![\\w-])");
    private static final Pattern NEGATIVE_ZERO = Pattern.compile("(?<![\\w.-])-0(?![\\w.-])");
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final long SIXTEEN_DIGITS = 1_000_000_000_000_000L;

    private final Set<String> chosen = new LinkedHashSet<>();
    private boolean roundsIntegers;

    /** @param schema of what the messages are about; a whole real is printed as an integer, so where there are reals both are rounded */
    Normal(JsonObject schema) {
        sent(schema.toString());
    }

    /** Learns the UUIDs that a client sends: those stay as they are; and whether there may be reals, in a new schema. */
    void sent(String text) {
        roundsIntegers |= text.contains("\"real\"");
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

    /** Names that are masked may be equal then: each stands for the values of all members that it is the name of. */
    private JsonValue maskedNames(JsonObject object) {
        JsonObject known = JsonObject.EMPTY;
        Map<String, List<JsonValue>> unknown = new TreeMap<>();
        for (var member : object.members().entrySet()) {
            String name = mask(member.getKey());
            JsonValue value = masked(member.getValue());
            if (name.equals(member.getKey())) known = known.with(name, value);
            else unknown.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
        }
        for (var values : unknown.entrySet())
            known = known.with(values.getKey(), sorted(Json.array(values.getValue())));
        return known;
    }

    private boolean isMasked(String name) {
        return !mask(name).equals(name);
    }

    /** Most texts hold nothing of the kind, which is seen at a glance. */
    private String mask(String text) {
        int length = text.length();
        if (length < 4) return text;
        if (length == UUID_LENGTH && UUID.matcher(text).matches()) return chosen.contains(text) ? text : MASK;
        String known = length > UUID_LENGTH && text.indexOf('-') >= 0 ? maskedUuids(text) : text;
        String timeless = known.contains(" ms") ? ELAPSED.matcher(known).replaceAll("(n) ms") : known;
        if (!roundsIntegers || !mayHoldLongNumber(timeless)) return timeless;
        String positive =
                timeless.contains("-0") ? NEGATIVE_ZERO.matcher(timeless).replaceAll("0") : timeless;
        return LONG_NUMBER.matcher(positive).replaceAll(number -> roundedText(number.group()));
    }

    private String maskedUuids(String text) {
        return UUID.matcher(text).replaceAll(found -> chosen.contains(found.group()) ? found.group() : MASK);
    }

    private static boolean mayHoldLongNumber(String text) {
        return text.length() >= 16 || text.indexOf('.') >= 0 || text.indexOf('e') >= 0;
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
