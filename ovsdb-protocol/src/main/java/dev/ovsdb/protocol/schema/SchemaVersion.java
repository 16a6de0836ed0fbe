package dev.ovsdb.protocol.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A schema's version, three numbers: RFC 7047's {@code <version>}. */
public record SchemaVersion(int major, int minor, int micro) implements Comparable<SchemaVersion> {
    private static final Pattern NOTATION = Pattern.compile("([0-9]{1,9})\\.([0-9]{1,9})\\.([0-9]{1,9})");

    public SchemaVersion {
        if (major < 0 || minor < 0 || micro < 0) {
            throw new IllegalArgumentException("the parts of a version are not negative");
        }
    }

    /** @throws IllegalArgumentException if the text is not of the form {@code x.y.z} */
    public static SchemaVersion parse(String text) {
        Matcher matcher = NOTATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected a version of the form x.y.z, found \"" + text + '"');
        }
        return new SchemaVersion(part(matcher, 1), part(matcher, 2), part(matcher, 3));
    }

    private static int part(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    @Override
    public int compareTo(SchemaVersion other) {
        int order = Integer.compare(major, other.major);
        order = order != 0 ? order : Integer.compare(minor, other.minor);
        return order != 0 ? order : Integer.compare(micro, other.micro);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + micro;
    }
}
