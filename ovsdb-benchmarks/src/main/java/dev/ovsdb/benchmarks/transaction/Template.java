package dev.ovsdb.benchmarks.transaction;

import dev.ovsdb.jsonrpc.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** Parameters in which a number stands, so that to make other ones costs next to nothing beside reading them. */
final class Template {
    private static final String PLACE = "########";

    private final byte[] text;
    private final int[] places;

    /** @param text with single quotes, and {@value #PLACE} where the number goes */
    Template(String text) {
        this.text = text.replace('\'', '"').getBytes(StandardCharsets.ISO_8859_1);
        this.places = IntStream.range(0, text.length())
                .filter(at -> text.startsWith(PLACE, at))
                .toArray();
    }

    JsonBytes with(int number) {
        byte[] copy = text.clone();
        for (int place : places) {
            int rest = number;
            for (int i = place + PLACE.length() - 1; i >= place; i--) {
                copy[i] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
        }
        return JsonBytes.of(copy);
    }
}
