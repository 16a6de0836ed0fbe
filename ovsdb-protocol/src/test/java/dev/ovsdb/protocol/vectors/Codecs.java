package dev.ovsdb.protocol.vectors;

import dev.ovsdb.protocol.InvalidDatumException;
import dev.ovsdb.protocol.UnknownNameException;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.operation.InvalidOperationException;
import dev.ovsdb.protocol.rpc.UnexpectedResultException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What fuzz targets ask of each codec: a text is refused as documented, or what it means can be written and read again. */
final class Codecs {
    private Codecs() {}

    /** Reads, writes and reads again by a reader of JSON texts. */
    static <T> void check(byte[] json, Function<JsonReader, T> read, BiConsumer<T, JsonWriter> write) {
        check(json, text -> whole(text, read), write, true);
    }

    /**
     * Reads, writes and reads again.
     *
     * @param same whether what is read again must be equal
     */
    static <T> void check(byte[] json, Function<byte[], T> read, BiConsumer<T, JsonWriter> write, boolean same) {
        T value = readOrNull(() -> read.apply(json));
        if (value == null) {
            return;
        }
        byte[] text = text(value, write);
        T again = read.apply(text);
        if (same) {
            equal(again, value);
        }
        equal(ByteBuffer.wrap(text(again, write)), ByteBuffer.wrap(text));
    }

    /** A reader that takes pieces comes to the same as one that has the whole text. */
    static <T> void agree(Supplier<T> whole, Supplier<T> inPieces) {
        T expected = readOrNull(whole);
        T actual = readOrNull(inPieces);
        equal(String.valueOf(actual), String.valueOf(expected));
        equal(actual, expected);
    }

    /** Null if the text is refused by one of the exceptions that the Javadoc names; any other passes through. */
    static <T> @Nullable T readOrNull(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (JsonSyntaxException | InvalidDatumException | UnknownNameException | InvalidOperationException e) {
            requireMessage(e);
        } catch (UnexpectedResultException e) {
            requireMessage(e);
            requireDeclared(e.getCause());
        }
        return null;
    }

    private static void requireMessage(RuntimeException e) {
        if (e.getMessage() == null || e.getMessage().isBlank()) {
            throw new AssertionError("a refusal without a reason", e);
        }
    }

    /** The readers of results wrap whatever a codec throws; it must be meant. */
    private static void requireDeclared(@Nullable Throwable cause) {
        boolean declared = cause == null
                || cause instanceof JsonSyntaxException
                || cause instanceof InvalidDatumException
                || cause instanceof UnknownNameException
                || cause instanceof InvalidOperationException;
        if (!declared) {
            throw new AssertionError("thrown inside: " + cause, cause);
        }
    }

    static <T> T whole(byte[] text, Function<JsonReader, T> read) {
        JsonReader reader = JsonReader.of(text);
        T value = read.apply(reader);
        reader.end();
        return value;
    }

    static List<ByteBuffer> pieces(byte[] text) {
        return Pieces.randomly(text, new Random(Arrays.hashCode(text)), 9);
    }

    /** As bytes: an id of a monitor may hold some that are no Unicode, and is given back as it was. */
    private static <T> byte[] text(T value, BiConsumer<T, JsonWriter> write) {
        JsonWriter writer = new JsonWriter();
        write.accept(value, writer);
        return writer.toByteArray();
    }

    static void equal(@Nullable Object actual, @Nullable Object expected) {
        boolean equal = actual == null
                ? expected == null
                : actual.equals(expected) && expected != null && actual.hashCode() == expected.hashCode();
        if (!equal) {
            throw new AssertionError("expected " + expected + " but was " + actual);
        }
    }
}
