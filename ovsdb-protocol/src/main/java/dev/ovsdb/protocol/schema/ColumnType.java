package dev.ovsdb.protocol.schema;

import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.Datum;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The type of a column: RFC 7047's {@code <type>}. A type with values is a map; any other is a set, and with exactly one
 * element a scalar.
 */
public final class ColumnType {
    /** The {@code max} of a column that may hold any number of elements. */
    public static final long UNLIMITED = 0xffff_ffffL;

    private final BaseType key;
    private final @Nullable BaseType value;
    private final int min;
    private final long max;
    private final Datum defaultDatum;

    private ColumnType(BaseType key, @Nullable BaseType value, int min, long max) {
        if (min < 0 || min > 1) {
            throw new IllegalArgumentException("min must be 0 or 1, was " + min);
        }
        if (max < 1 || max > UNLIMITED) {
            throw new IllegalArgumentException("max must be at least 1, was " + max);
        }
        this.key = key;
        this.value = value;
        this.min = min;
        this.max = max;
        this.defaultDatum = Defaults.datum(this);
    }

    public static ColumnType scalar(BaseType type) {
        return new ColumnType(type, null, 1, 1);
    }

    public static ColumnType scalar(AtomicType type) {
        return scalar(BaseType.of(type));
    }

    public static ColumnType optional(BaseType type) {
        return new ColumnType(type, null, 0, 1);
    }

    /** @throws IllegalArgumentException if min is not 0 or 1, or max less than 1 */
    public static ColumnType set(BaseType type, int min, long max) {
        return new ColumnType(type, null, min, max);
    }

    /** @throws IllegalArgumentException if min is not 0 or 1, or max less than 1 */
    public static ColumnType map(BaseType key, BaseType value, int min, long max) {
        return new ColumnType(key, Objects.requireNonNull(value), min, max);
    }

    /** The type of the elements of a set, or of the keys of a map. */
    public BaseType key() {
        return key;
    }

    /** The type of the values of a map. */
    public Optional<BaseType> value() {
        return Optional.ofNullable(value);
    }

    /** @throws IllegalStateException if this is not a map */
    public BaseType requireValue() {
        if (value == null) {
            throw new IllegalStateException("not a map: " + this);
        }
        return value;
    }

    /** The least number of elements, 0 or 1. */
    public int min() {
        return min;
    }

    /** The greatest number of elements, {@link #UNLIMITED} if there is none. */
    public long max() {
        return max;
    }

    public boolean isMap() {
        return value != null;
    }

    public boolean isScalar() {
        return value == null && min == 1 && max == 1;
    }

    /** Whether this is a set of at most one element. */
    public boolean isOptional() {
        return value == null && min == 0 && max == 1;
    }

    /** Whether this is a set of which more than one element is allowed. */
    public boolean isSet() {
        return value == null && max > 1;
    }

    /** Whether more than one element is allowed, so that monitors send differences and not the new value. */
    public boolean isComposite() {
        return max > 1;
    }

    /** What the column holds in a row whose insert left it out. */
    public Datum defaultDatum() {
        return defaultDatum;
    }

    /** The number of elements allowed, in words. */
    public String arity() {
        String elements = isMap() ? "pairs" : "elements";
        if (min == max) {
            return "exactly 1 of " + elements;
        }
        return max == UNLIMITED ? "at least " + min + " " + elements : min + " to " + max + " " + elements;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ColumnType that
                && key.equals(that.key)
                && Objects.equals(value, that.value)
                && min == that.min
                && max == that.max;
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, value, min, max);
    }

    /** The type's notation in a schema. */
    @Override
    public String toString() {
        return SchemaWriter.text(this);
    }
}
