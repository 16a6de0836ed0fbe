package dev.ovsdb.protocol.schema;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.SetDatum;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The type of keys or values of a column: RFC 7047's {@code <base-type>}, an atomic type with constraints. Immutable; equal
 * when type and constraints are.
 */
public final class BaseType {
    /** What a column does to the row that it refers to. */
    public enum RefType {
        /** The row is kept while it is referred to, and must exist. */
        STRONG("strong"),
        /** The reference goes when the row does. */
        WEAK("weak");

        private final String wireName;

        RefType(String wireName) {
            this.wireName = wireName;
        }

        /** The name in a schema. */
        public String wireName() {
            return wireName;
        }
    }

    private final AtomicType type;
    private final @Nullable SetDatum enumeration;
    private final @Nullable Atom minimum;
    private final @Nullable Atom maximum;
    private final long minLength;
    private final long maxLength;
    private final @Nullable String refTable;
    private final RefType refType;

    BaseType(BaseTypeBuilder from) {
        this.type = from.type;
        this.enumeration = from.enumeration;
        this.minimum = from.minimum;
        this.maximum = from.maximum;
        this.minLength = from.minLength;
        this.maxLength = from.maxLength;
        this.refTable = from.refTable;
        this.refType = from.refType;
    }

    /** The type without constraints. */
    public static BaseType of(AtomicType type) {
        return builder(type).build();
    }

    public static BaseTypeBuilder builder(AtomicType type) {
        return new BaseTypeBuilder(type);
    }

    public AtomicType type() {
        return type;
    }

    /** The only values allowed, if they are listed. */
    public Optional<SetDatum> enumeration() {
        return Optional.ofNullable(enumeration);
    }

    public OptionalLong minInteger() {
        return integer(minimum);
    }

    public OptionalLong maxInteger() {
        return integer(maximum);
    }

    public OptionalDouble minReal() {
        return real(minimum);
    }

    public OptionalDouble maxReal() {
        return real(maximum);
    }

    /** The least number of code points of a string, 0 if not limited. */
    public long minLength() {
        return minLength;
    }

    /** The greatest number of code points of a string, {@link BaseTypeBuilder#UNLIMITED_LENGTH} if not limited. */
    public long maxLength() {
        return maxLength;
    }

    /** The table whose rows a UUID refers to. */
    public Optional<String> refTable() {
        return Optional.ofNullable(refTable);
    }

    /** What a reference does; {@link RefType#STRONG} also where there is none. */
    public RefType refType() {
        return refType;
    }

    public boolean isStrongReference() {
        return refTable != null && refType == RefType.STRONG;
    }

    public boolean isWeakReference() {
        return refTable != null && refType == RefType.WEAK;
    }

    /** Whether there is nothing but the atomic type. */
    public boolean isUnconstrained() {
        return equals(of(type));
    }

    /** Whether there are atoms of its atomic type that it refuses. */
    public boolean limitsAtoms() {
        boolean range = minimum != null || maximum != null;
        return range || enumeration != null || minLength > 0 || maxLength < BaseTypeBuilder.UNLIMITED_LENGTH;
    }

    /** The value that a column of this type has when nobody gave it one: 0, 0.0, false, "" or the zero UUID. */
    public Atom defaultAtom() {
        return Defaults.atom(type);
    }

    /** What is wrong with a value of this type, or null: the rule that it breaks, in words. */
    @Nullable
    String violation(Atom atom) {
        return BaseTypeRules.violation(this, atom);
    }

    @Nullable
    Atom minimum() {
        return minimum;
    }

    @Nullable
    Atom maximum() {
        return maximum;
    }

    private static OptionalLong integer(@Nullable Atom limit) {
        return limit instanceof Atom.IntegerAtom integer ? OptionalLong.of(integer.value()) : OptionalLong.empty();
    }

    private static OptionalDouble real(@Nullable Atom limit) {
        return limit instanceof Atom.RealAtom real ? OptionalDouble.of(real.value()) : OptionalDouble.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BaseType that
                && type == that.type
                && Objects.equals(enumeration, that.enumeration)
                && Objects.equals(minimum, that.minimum)
                && Objects.equals(maximum, that.maximum)
                && minLength == that.minLength
                && maxLength == that.maxLength
                && Objects.equals(refTable, that.refTable)
                && refType == that.refType;
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, enumeration, minimum, maximum, minLength, maxLength, refTable);
    }

    /** The type's notation in a schema. */
    @Override
    public String toString() {
        return SchemaWriter.text(this);
    }
}
