package dev.ovsdb.protocol.rpc;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import java.nio.ByteBuffer;
import java.util.List;

/** Params and results of a few simple forms. */
final class Params {
    /** Writes what stands between the brackets. */
    interface Writing {
        void write(JsonWriter writer);
    }

    private static final byte[] NONE = {'[', ']'};

    private Params() {}

    static List<ByteBuffer> none() {
        return List.of(ByteBuffer.wrap(NONE).asReadOnlyBuffer());
    }

    static List<ByteBuffer> of(Writing elements) {
        JsonWriter writer = new JsonWriter();
        writer.beginArray();
        elements.write(writer);
        return writer.endArray().toBuffers();
    }

    static List<ByteBuffer> ofString(String only) {
        return of(writer -> writer.value(only));
    }

    static ResultReader<String> string(String method) {
        return array(method, "[<name>]", JsonReader::nextString);
    }

    /** An array of one element. */
    static <T> ResultReader<T> array(String method, String shape, BufferedReader.Decoder<T> element) {
        return new BufferedReader<>(method, shape, reader -> {
            reader.beginArray();
            T value = element.decode(reader);
            reader.endArray();
            return value;
        });
    }

    /** The result of methods that have nothing to say. */
    @SuppressWarnings("NullAway") // Void has no value but null.
    static ResultReader<Void> emptyObject(String method) {
        return new BufferedReader<>(method, "{}", reader -> {
            reader.beginObject();
            reader.endObject();
            return null;
        });
    }
}
