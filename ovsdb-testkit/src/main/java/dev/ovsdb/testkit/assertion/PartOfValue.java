package dev.ovsdb.testkit.assertion;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A part that a set or a map must have; see {@link OvsdbAssertions#containing(Object...)}. */
public final class PartOfValue {
    private final Object elements;

    private PartOfValue(Object elements) {
        this.elements = elements;
    }

    static PartOfValue elements(Object... elements) {
        return new PartOfValue(Arrays.asList(elements.clone()));
    }

    static PartOfValue pairs(Map<?, ?> pairs) {
        return new PartOfValue(Collections.unmodifiableMap(new LinkedHashMap<>(pairs)));
    }

    /** A collection or a map. */
    Object elements() {
        return elements;
    }

    @Override
    public String toString() {
        return "containing " + elements;
    }
}
