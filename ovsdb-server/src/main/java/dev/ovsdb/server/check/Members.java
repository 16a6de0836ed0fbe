package dev.ovsdb.server.check;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBoolean;
import dev.ovsdb.jsonrpc.JsonInteger;
import dev.ovsdb.jsonrpc.JsonNumber;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.server.text.HashOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The members of an object that are expected; others, and those of a wrong type, are refused. */
public final class Members {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final JsonValue json;
    private final String what;
    private final JsonObject object;
    private final Set<String> used = new HashSet<>();

    private Members(JsonValue json, String what, JsonObject object) {
        this.json = json;
        this.what = what;
        this.object = object;
    }

    /**
     * Begins with an object; what it is meant to be goes into messages, as in {@code ovsdb operation 1 of 2}.
     *
     * @throws RejectedException if it is none
     */
    public static Members of(JsonValue json, String what) throws RejectedException {
        if (json instanceof JsonObject object) {
            return new Members(json, what, object);
        }
        throw RejectedException.plain(ErrorTag.SYNTAX_ERROR, "Parsing " + what + " failed: Object expected.");
    }

    /** What a member may be. */
    public enum Type {
        STRING(JsonString.class::isInstance),
        OBJECT(JsonObject.class::isInstance),
        ARRAY(JsonArray.class::isInstance),
        BOOLEAN(JsonBoolean.class::isInstance),
        INTEGER(JsonInteger.class::isInstance),
        NUMBER(JsonNumber.class::isInstance),
        ID(value -> value instanceof JsonString string && isId(string.value())),
        STRING_OR_OBJECT(value -> value instanceof JsonString || value instanceof JsonObject),
        STRING_OR_INTEGER(value -> value instanceof JsonString || value instanceof JsonInteger),
        ANY(value -> true);

        private final Predicate<JsonValue> test;

        Type(Predicate<JsonValue> test) {
            this.test = test;
        }
    }

    /** A member that must be there. */
    public JsonValue require(String name, Type type) throws RejectedException {
        Optional<JsonValue> member = optional(name, type);
        if (member.isEmpty()) {
            throw failed("Required '" + name + "' member is missing.");
        }
        return member.get();
    }

    /** A member that may be there. */
    public Optional<JsonValue> optional(String name, Type type) throws RejectedException {
        Optional<JsonValue> member = object.get(name);
        if (member.isPresent() && !type.test.test(member.get())) {
            throw failed("Type mismatch for member '" + name + "'.");
        }
        member.ifPresent(present -> used.add(name));
        return member;
    }

    /** Refuses what nobody asked for. */
    public void finish() throws RejectedException {
        List<String> others = HashOrder.of(object.members().keySet()).stream()
                .filter(name -> !used.contains(name))
                .toList();
        if (others.size() == 1) {
            throw failed("Member '" + others.get(0) + "' is present but not allowed here.");
        } else if (others.size() > 1) {
            throw failed("Member '" + others.get(0) + "' and " + (others.size() - 1) + " other member"
                    + (others.size() > 2 ? "s" : "") + " are present but not allowed here.");
        }
    }

    /** The error that something about this object is wrong. */
    public RejectedException failed(String reason) {
        return RejectedException.syntax(json, "Parsing " + what + " failed: " + reason);
    }

    /** Whether a text is an {@code <id>} of RFC 7047. */
    public static boolean isId(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Whether a text is the notation of a UUID. */
    public static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }
}
