package dev.ovsdb.protocol.vectors;

import static org.assertj.core.api.Assertions.assertThat;

/** What values promise: equal ones are found where one was put, different ones are told apart. */
public final class Equality {
    private Equality() {}

    /** The first two are one value; each of the others is another one, also to a hash table. */
    public static void holdsFor(Object one, Object same, Object... others) {
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).hasToString(same.toString());
        assertThat(one.equals(null)).isFalse();
        assertThat(one).isNotEqualTo("another type");
        for (Object other : others) {
            assertThat(one).isNotEqualTo(other);
            assertThat(other).isNotEqualTo(one);
            assertThat(one.hashCode()).as("%s and %s", one, other).isNotEqualTo(other.hashCode());
        }
    }
}
