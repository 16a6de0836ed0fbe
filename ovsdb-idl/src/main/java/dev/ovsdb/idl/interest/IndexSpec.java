package dev.ovsdb.idl.interest;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An index that a replica keeps of a table, besides those of the schema. Its keys need not be unique.
 *
 * @param name unique in its table
 * @param parts what its keys are made of, at least one
 * @param ordered whether it also answers ranges and prefixes, which costs memory
 */
public record IndexSpec(String name, List<KeyPart> parts, boolean ordered) {
    public IndexSpec {
        Objects.requireNonNull(name, "name");
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("index " + name + " has no column");
        }
    }

    /** An index of these columns, for exact values. */
    public static IndexSpec of(String name, String... columns) {
        return new IndexSpec(name, Stream.of(columns).map(KeyPart::column).toList(), false);
    }

    /** An index of these parts, for exact values. */
    public static IndexSpec of(String name, KeyPart... parts) {
        return new IndexSpec(name, List.of(parts), false);
    }

    /** The same, in order: for ranges and prefixes too. */
    public IndexSpec inOrder() {
        return new IndexSpec(name, parts, true);
    }
}
