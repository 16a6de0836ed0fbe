package dev.ovsdb.protocol.schema;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A schema's version: RFC 7047's {@code <version>}. Equal when spelled alike; ordered by its numbers, so that {@code 1.10.0} is
 * after {@code 1.9.0}, and {@code 01.9.0}, which the reference server accepts too, neither before nor after the latter.
 *
 * @param text the version as it is printed, three numbers parted by points
 */
public record SchemaVersion(String text) implements Comparable<SchemaVersion> {
    private static final Pattern NOTATION = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+");
    private static final int LONGEST = 100;

    /** @throws IllegalArgumentException if the text is not of the form {@code x.y.z} */
    public SchemaVersion {
        if (text.length() > LONGEST || !NOTATION.matcher(text).matches()) {
            throw new IllegalArgumentException("expected a version of the form x.y.z, found \"" + text + '"');
        }
    }

    @Override
    public int compareTo(SchemaVersion other) {
        List<BigInteger> mine = numbers();
        List<BigInteger> others = other.numbers();
        for (int i = 0; i < 2; i++) {
            int order = mine.get(i).compareTo(others.get(i));
            if (order != 0) {
                return order;
            }
        }
        return mine.get(2).compareTo(others.get(2));
    }

    private List<BigInteger> numbers() {
        return Stream.of(text.split("\\.")).map(BigInteger::new).toList();
    }

    @Override
    public String toString() {
        return text;
    }
}
