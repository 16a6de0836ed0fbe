package dev.ovsdb.protocol;

import java.util.Optional;

/** The types of atoms (RFC 7047's {@code <atomic-type>}), in the order in which Open vSwitch sorts them. */
public enum AtomicType {
    INTEGER("integer"),
    REAL("real"),
    BOOLEAN("boolean"),
    STRING("string"),
    UUID("uuid");

    private final String wireName;

    AtomicType(String wireName) {
        this.wireName = wireName;
    }

    /** The type's name in a schema. */
    public String wireName() {
        return wireName;
    }

    /** The type of this name in a schema. */
    public static Optional<AtomicType> named(String wireName) {
        for (AtomicType type : values()) {
            if (type.wireName.equals(wireName)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return wireName;
    }
}
