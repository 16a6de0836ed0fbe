package dev.ovsdb.protocol;

import dev.ovsdb.protocol.Atom.NamedUuidAtom;
import dev.ovsdb.protocol.Atom.RealAtom;
import dev.ovsdb.protocol.Atom.UuidAtom;
import dev.ovsdb.protocol.InvalidDatumException.Kind;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.protocol.json.NameTable;
import java.util.UUID;

/** Reads atoms. What an atom is follows from its column's type, not from how the text looks. */
final class AtomReader {
    static final NameTable TAGS = NameTable.of("uuid", "named-uuid", "set", "map");
    static final int TAG_UUID = 0;
    static final int TAG_NAMED_UUID = 1;
    static final int TAG_SET = 2;
    static final int TAG_MAP = 3;

    private AtomReader() {}

    static Atom read(JsonReader in, AtomicType type) {
        return switch (type) {
            case INTEGER -> integer(in);
            case REAL -> real(in);
            case BOOLEAN -> bool(in);
            case STRING -> string(in);
            case UUID -> uuid(in);
        };
    }

    static Atom readUntyped(JsonReader in) {
        return switch (in.peek()) {
            case STRING -> string(in);
            case NUMBER -> in.readNumber() ? Atom.of(in.lastLong()) : new RealAtom(in.lastDouble());
            case TRUE, FALSE -> Atom.of(in.nextBoolean());
            case BEGIN_ARRAY -> uuid(in);
            default -> throw wrong(in, "an atom");
        };
    }

    private static Atom integer(JsonReader in) {
        require(in, JsonToken.NUMBER, "an integer");
        long offset = in.offset();
        if (!in.readNumber()) {
            throw new InvalidDatumException(Kind.SYNTAX, "expected an integer, found a real", offset);
        }
        return Atom.of(in.lastLong());
    }

    private static Atom real(JsonReader in) {
        require(in, JsonToken.NUMBER, "a number");
        in.readNumber();
        return new RealAtom(in.lastDouble());
    }

    private static Atom bool(JsonReader in) {
        JsonToken token = in.peek();
        if (token != JsonToken.TRUE && token != JsonToken.FALSE) {
            throw wrong(in, "true or false");
        }
        return Atom.of(in.nextBoolean());
    }

    static Atom string(JsonReader in) {
        Atom string = in.nextStringOrNull(SharedAtoms.STRINGS);
        if (string == null) {
            throw wrong(in, "a string");
        }
        return string;
    }

    private static Atom uuid(JsonReader in) {
        UUID uuid = in.nextTaggedUuidOrNull();
        if (uuid != null) {
            return new UuidAtom(uuid);
        }
        beginArray(in, "[\"uuid\", <string>]");
        return restOfUuid(in, tag(in, TAG_UUID));
    }

    /** The tag that an array begins with, mostly the expected one: its index in {@link #TAGS}, or -1. */
    static int tag(JsonReader in, int expected) {
        require(in, JsonToken.STRING, "one of \"uuid\", \"named-uuid\", \"set\" and \"map\"");
        return in.nextStringIn(TAGS, expected);
    }

    /** A UUID whose array and tag were read. */
    static Atom restOfUuid(JsonReader in, int tag) {
        if (tag != TAG_UUID && tag != TAG_NAMED_UUID) {
            throw syntax(in, "expected \"uuid\" or \"named-uuid\", found \"" + in.lastString() + '"');
        }
        require(in, JsonToken.STRING, "a string behind the tag of a UUID");
        Atom atom = tag == TAG_UUID ? spelled(in) : named(in);
        endArray(in);
        return atom;
    }

    private static Atom spelled(JsonReader in) {
        UUID uuid = in.nextUuidOrNull();
        if (uuid == null) {
            throw syntax(in, "expected a UUID, found \"" + in.lastString() + '"');
        }
        return new UuidAtom(uuid);
    }

    private static Atom named(JsonReader in) {
        String name = in.nextString();
        if (!Strings.isId(name)) {
            throw syntax(in, "expected an <id> as uuid-name, found \"" + name + '"');
        }
        return new NamedUuidAtom(name);
    }

    static void beginArray(JsonReader in, String what) {
        if (!in.beginArrayIfNext()) {
            throw wrong(in, what);
        }
    }

    static void endArray(JsonReader in) {
        if (!in.endArrayIfNext()) {
            throw wrong(in, "the end of the array");
        }
    }

    static void require(JsonReader in, JsonToken token, String what) {
        if (in.peek() != token) {
            throw wrong(in, what);
        }
    }

    static InvalidDatumException wrong(JsonReader in, String expected) {
        return syntax(in, "expected " + expected + ", found " + in.peek().phrase());
    }

    static InvalidDatumException syntax(JsonReader in, String problem) {
        return new InvalidDatumException(Kind.SYNTAX, problem, in.offset());
    }
}
