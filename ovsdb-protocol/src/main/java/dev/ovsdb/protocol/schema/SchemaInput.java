package dev.ovsdb.protocol.schema;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.protocol.json.MalformedUtf8Exception;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** A JSON text that knows the place it is read at, so that each problem can name it. */
final class SchemaInput {
    private final Deque<String> place;
    private final JsonReader in;

    SchemaInput(JsonReader in) {
        this(in, new ArrayDeque<>());
    }

    private SchemaInput(JsonReader in, Deque<String> place) {
        this.in = in;
        this.place = place;
    }

    /** A member of the current object whose text was kept for later. */
    <T> T member(String name, byte[] json, Function<SchemaInput, T> read) {
        SchemaInput member = new SchemaInput(JsonReader.of(json), place);
        return at(name, () -> read.apply(member));
    }

    /** Reads an object; each member's value must be read when it is handed over. */
    void object(Consumer<String> member) {
        require(JsonToken.BEGIN_OBJECT);
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            at(name, () -> {
                member.accept(name);
                return name;
            });
        }
        in.endObject();
    }

    /** Reads an array; each element must be read when it is asked for. */
    void array(Runnable element) {
        require(JsonToken.BEGIN_ARRAY);
        in.beginArray();
        for (int i = 0; in.hasNext(); i++) {
            at(Integer.toString(i), () -> {
                element.run();
                return place;
            });
        }
        in.endArray();
    }

    <T> T at(String name, Supplier<T> read) {
        place.addLast(name);
        T result = read.get(); // A problem has taken the place into its message, so it need not be restored then.
        place.removeLast();
        return result;
    }

    boolean isString() {
        return in.peek() == JsonToken.STRING;
    }

    String string() {
        require(JsonToken.STRING);
        try {
            return in.nextString();
        } catch (MalformedUtf8Exception e) {
            throw problem("expected a string in UTF-8");
        }
    }

    boolean bool() {
        if (in.peek() != JsonToken.TRUE && in.peek() != JsonToken.FALSE) {
            throw expected("true or false");
        }
        return in.nextBoolean();
    }

    long integer() {
        require(JsonToken.NUMBER);
        if (!in.readNumber()) {
            throw problem("expected an integer, found " + in.lastDouble());
        }
        return in.lastLong();
    }

    double real() {
        require(JsonToken.NUMBER);
        return in.nextDouble();
    }

    byte[] raw() {
        return in.rawValue();
    }

    JsonReader reader() {
        return in;
    }

    SchemaException unknownMember() {
        return problem("unknown member");
    }

    SchemaException expected(String what) {
        return problem("expected " + what + ", found " + in.peek().phrase());
    }

    SchemaException problem(String problem) {
        return new SchemaException(String.join(".", place), problem);
    }

    private void require(JsonToken token) {
        if (in.peek() != token) {
            throw expected(token.phrase());
        }
    }
}
