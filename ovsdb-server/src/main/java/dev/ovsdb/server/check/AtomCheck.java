package dev.ovsdb.server.check;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBoolean;
import dev.ovsdb.jsonrpc.JsonInteger;
import dev.ovsdb.jsonrpc.JsonNumber;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.schema.BaseType;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Reads an atom and tests it against the constraints of its type. */
final class AtomCheck {
    private AtomCheck() {}

    static Atom read(JsonValue json, BaseType type, Names names) throws RejectedException {
        Atom atom = read(json, type.type(), names);
        AtomRules.check(atom, type);
        return atom;
    }

    private static Atom read(JsonValue json, AtomicType type, Names names) throws RejectedException {
        return switch (type) {
            case INTEGER -> {
                if (json instanceof JsonInteger integer) {
                    yield Atom.of(integer.value());
                }
                throw expected(json, type);
            }
            case REAL -> {
                if (json instanceof JsonNumber number) {
                    yield Atom.of(number.doubleValue());
                }
                throw expected(json, type);
            }
            case BOOLEAN -> {
                if (json instanceof JsonBoolean) {
                    yield Atom.of(json == JsonBoolean.TRUE);
                }
                throw expected(json, type);
            }
            case STRING -> {
                if (json instanceof JsonString string) {
                    yield Atom.of(string.value());
                }
                throw expected(json, type);
            }
            case UUID -> uuid(json, names);
        };
    }

    private static RejectedException expected(JsonValue json, AtomicType type) {
        return RejectedException.syntax(json, "expected " + type.name().toLowerCase(Locale.ROOT));
    }

    private static Atom uuid(JsonValue json, Names names) throws RejectedException {
        Optional<String> spelled = tagged(json, "uuid");
        if (spelled.isPresent()) {
            if (!Members.isUuid(spelled.get())) {
                throw RejectedException.syntax(json, "\"" + spelled.get() + "\" is not a valid UUID");
            }
            return Atom.of(UUID.fromString(spelled.get()));
        }
        Optional<String> name = names == Names.ALLOWED ? tagged(json, "named-uuid") : Optional.empty();
        if (name.isEmpty()) {
            throw RejectedException.syntax(json, "expected [\"uuid\", <string>]");
        }
        if (!Members.isId(name.get())) {
            throw RejectedException.syntax(json, "named-uuid string is not a valid <id>");
        }
        return Atom.named(name.get());
    }

    private static Optional<String> tagged(JsonValue json, String tag) {
        return json instanceof JsonArray pair
                        && pair.size() == 2
                        && pair.get(0) instanceof JsonString first
                        && first.value().equals(tag)
                        && pair.get(1) instanceof JsonString text
                ? Optional.of(text.value())
                : Optional.empty();
    }
}
