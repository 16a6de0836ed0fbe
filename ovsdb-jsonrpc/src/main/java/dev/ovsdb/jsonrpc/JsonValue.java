package dev.ovsdb.jsonrpc;

import java.util.List;
import java.util.Map;

/**
 * Any JSON value, immutable: an id, an error, the parameters of a small call. Messages that can be large never become one.
 *
 * <p>Two values are equal when the reference implementation says so: numbers by value ({@code 1.0} is {@code 1} and prints
 * as {@code 1}), objects irrespective of the order of their members. {@link Object#toString()} is the JSON text, without spaces.
 */
public sealed interface JsonValue permits JsonNull, JsonBoolean, JsonNumber, JsonString, JsonArray, JsonObject {

    /** Appends the JSON text of this value. */
    void appendTo(StringBuilder out);

    /** Whether this is JSON's {@code null}. */
    default boolean isNull() {
        return this == JsonNull.NULL;
    }

    /** JSON's {@code null}. */
    static JsonNull ofNull() {
        return JsonNull.NULL;
    }

    /** {@code true} or {@code false}. */
    static JsonBoolean of(boolean value) {
        return value ? JsonBoolean.TRUE : JsonBoolean.FALSE;
    }

    /** An integer of 64 bits. */
    static JsonInteger of(long value) {
        return new JsonInteger(value);
    }

    /**
     * A number in its canonical form: an integer when the value is one that fits 64 bits, else a real.
     *
     * @throws IllegalArgumentException if the value is not finite: JSON has no text for it
     */
    static JsonNumber of(double value) {
        return JsonReal.isInteger(value) ? new JsonInteger((long) value) : new JsonReal(value);
    }

    /**
     * A string.
     *
     * @throws IllegalArgumentException if the text holds the NUL character or half a surrogate pair
     */
    static JsonString of(String value) {
        return new JsonString(value);
    }

    /** The array of these values. */
    static JsonArray array(JsonValue... elements) {
        return new JsonArray(List.of(elements));
    }

    /** The array of these values. */
    static JsonArray array(List<? extends JsonValue> elements) {
        return new JsonArray(List.copyOf(elements));
    }

    /** An object with the members of the map, in the order in which the map gives them. */
    static JsonObject object(Map<String, ? extends JsonValue> members) {
        return JsonObject.of(members);
    }

    /** An object with one member; {@link JsonObject#with} adds more. */
    static JsonObject object(String name, JsonValue value) {
        return JsonObject.EMPTY.with(name, value);
    }

    /**
     * Reads one JSON text by the strict rules of the wire: no trailing commas, no comments, no NUL characters, no
     * lone surrogates, nesting of at most 1000; of members with one name the last wins.
     *
     * @throws MalformedMessageException if the text is not exactly one JSON value
     */
    static JsonValue parse(String json) {
        return JsonText.parse(json);
    }

    /**
     * Reads one JSON text in UTF-8, by the rules of {@link #parse(String)}.
     *
     * @throws MalformedMessageException if the bytes are not UTF-8, or not exactly one JSON value
     */
    static JsonValue parse(byte[] json) {
        return JsonText.parse(json);
    }
}
