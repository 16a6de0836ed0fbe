package dev.ovsdb.benchmarks.workload;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request prepared as bytes, in which only the digits of numbers change: {@code #} stands for the number of the request, in eight
 * digits, {@code %} for its key, in eight hexadecimal digits, {@code @} for the first eight of the UUIDs that have this key's number.
 */
public final class Template {
    private static final int DIGITS = 8;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private final int[] numbers;
    private final int[] keys;
    private final int[] uuids;

    private Template(byte[] bytes, int[] numbers, int[] keys, int[] uuids) {
        this.bytes = bytes;
        this.numbers = numbers;
        this.keys = keys;
        this.uuids = uuids;
    }

    public static Template of(String text) {
        byte[] whole = text.replace("#", "\u0001" + "0".repeat(DIGITS - 1))
                .replace("%", "\u0002" + "0".repeat(DIGITS - 1))
                .replace("@", "\u0003" + "0".repeat(DIGITS - 1))
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
        return new Template(whole, places(whole, 1), places(whole, 2), places(whole, 3));
    }

    /** A transaction on the Northbound database. */
    public static Template transact(String operations) {
        return of("{'id':1#,'method':'transact','params':['OVN_Northbound'," + operations + "]}");
    }

    private static int[] places(byte[] bytes, int mark) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < bytes.length; i++) if (bytes[i] == mark) places.add(i);
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The bytes of one request, the same array each time. */
    public byte[] fill(int number, int key) {
        for (int place : numbers) decimal(place, number);
        for (int place : keys) hexadecimal(place, key);
        for (int place : uuids) hexadecimal(place, Units.spread(key));
        return bytes;
    }

    private void decimal(int place, int number) {
        int rest = number;
        for (int i = DIGITS - 1; i >= 0; i--, rest /= 10) bytes[place + i] = HEX[rest % 10];
    }

    private void hexadecimal(int place, int key) {
        for (int i = 0; i < DIGITS; i++) bytes[place + i] = HEX[key >>> 4 * (DIGITS - 1 - i) & 15];
    }
}
