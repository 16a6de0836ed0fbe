package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonNull;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.json.JsonReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The params of a call as pieces of text, of which the small ones become values and the large one is read where it lies. */
final class MonitorParams {
    private final byte[] text;
    private final List<int[]> elements;

    private MonitorParams(byte[] text, List<int[]> elements) {
        this.text = text;
        this.elements = elements;
    }

    /** @param params an array, as all params are */
    static MonitorParams read(JsonBytes params) {
        byte[] text = contiguous(params);
        List<int[]> elements = new ArrayList<>(4);
        ValueEnds ends = new ValueEnds(text);
        while (ends.hasNext()) {
            int from = ends.offset();
            ends.skip();
            elements.add(new int[] {from, ends.offset()});
        }
        return new MonitorParams(text, elements);
    }

    private static byte[] contiguous(JsonBytes params) {
        List<ByteBuffer> buffers = params.buffers();
        ByteBuffer first = buffers.get(0);
        boolean whole = buffers.size() == 1
                && first.hasArray()
                && first.arrayOffset() == 0
                && first.remaining() == first.array().length;
        return whole ? first.array() : params.toByteArray();
    }

    int count() {
        return elements.size();
    }

    JsonValue whole() {
        return JsonValue.parse(text);
    }

    /** An element, which is small; null JSON if there is none. */
    JsonValue value(int index) {
        if (index >= elements.size()) {
            return JsonNull.NULL;
        }
        int[] range = elements.get(index);
        return JsonValue.parse(Arrays.copyOfRange(text, range[0], range[1]));
    }

    /** An element if it is a string. */
    @Nullable
    String text(int index) {
        boolean string = index < elements.size() && text[elements.get(index)[0]] == '"';
        return string && value(index) instanceof JsonString value ? value.value() : null;
    }

    boolean isObject(int index) {
        return index < elements.size() && text[elements.get(index)[0]] == '{';
    }

    JsonReader reader(int index) {
        int[] range = elements.get(index);
        return JsonReader.of(text, range[0], range[1]);
    }
}
