package dev.ovsdb.protocol.schema;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.SetDatum;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a {@link BaseType} together; each constraint must fit the atomic type. A limit that excludes nothing is none. */
public final class BaseTypeBuilder {
    /** The length of strings that are not limited. */
    public static final long UNLIMITED_LENGTH = 0xffff_ffffL;

    final AtomicType type;

    @Nullable
    SetDatum enumeration;

    @Nullable
    Atom minimum;

    @Nullable
    Atom maximum;

    long minLength = 0;
    long maxLength = UNLIMITED_LENGTH;

    @Nullable
    String refTable;

    BaseType.RefType refType = BaseType.RefType.STRONG;

    BaseTypeBuilder(AtomicType type) {
        this.type = Objects.requireNonNull(type);
    }

    /** Allows only these values; no other constraint may be given then. */
    public BaseTypeBuilder enumeration(SetDatum values) {
        enumeration = values;
        return this;
    }

    public BaseTypeBuilder minInteger(long limit) {
        return minimum(AtomicType.INTEGER, limit == Long.MIN_VALUE ? null : Atom.of(limit));
    }

    public BaseTypeBuilder maxInteger(long limit) {
        return maximum(AtomicType.INTEGER, limit == Long.MAX_VALUE ? null : Atom.of(limit));
    }

    public BaseTypeBuilder minReal(double limit) {
        return minimum(AtomicType.REAL, limit == -Double.MAX_VALUE ? null : Atom.of(limit));
    }

    public BaseTypeBuilder maxReal(double limit) {
        return maximum(AtomicType.REAL, limit == Double.MAX_VALUE ? null : Atom.of(limit));
    }

    public BaseTypeBuilder minLength(long codePoints) {
        require(AtomicType.STRING, "minLength");
        minLength = codePoints;
        return this;
    }

    public BaseTypeBuilder maxLength(long codePoints) {
        require(AtomicType.STRING, "maxLength");
        maxLength = codePoints;
        return this;
    }

    /** Makes the UUIDs references to rows of this table. */
    public BaseTypeBuilder reference(String table, BaseType.RefType kind) {
        require(AtomicType.UUID, "refTable");
        refTable = table;
        refType = kind;
        return this;
    }

    BaseTypeBuilder refType(BaseType.RefType kind) {
        refType = kind;
        return this;
    }

    /** @throws IllegalArgumentException if the constraints contradict each other or do not fit the type */
    public BaseType build() {
        for (String problem : problems()) {
            throw new IllegalArgumentException(problem);
        }
        return new BaseType(this);
    }

    private List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
            problems.add("the minimum " + minimum + " exceeds the maximum " + maximum);
        }
        if (minLength < 0 || maxLength < 0 || maxLength > UNLIMITED_LENGTH) {
            problems.add("a length must be within 0 and " + UNLIMITED_LENGTH);
        }
        if (minLength > maxLength) {
            problems.add("minLength " + minLength + " exceeds maxLength " + maxLength);
        }
        if (enumeration != null) {
            problems.addAll(enumerationProblems(enumeration));
        }
        return problems;
    }

    private List<String> enumerationProblems(SetDatum values) {
        if (values.isEmpty()) {
            return List.of("an enum needs at least one value");
        }
        boolean mixed = minimum != null
                || maximum != null
                || minLength != 0
                || maxLength != UNLIMITED_LENGTH
                || refTable != null;
        if (mixed) {
            return List.of("an enum excludes other constraints");
        }
        return values.atoms().stream()
                .filter(atom -> atom.type() != type)
                .map(atom -> "the enum value " + atom + " is not of type " + type)
                .collect(Collectors.toList());
    }

    private BaseTypeBuilder minimum(AtomicType limited, @Nullable Atom limit) {
        require(limited, "a minimum " + limited);
        minimum = limit;
        return this;
    }

    private BaseTypeBuilder maximum(AtomicType limited, @Nullable Atom limit) {
        require(limited, "a maximum " + limited);
        maximum = limit;
        return this;
    }

    private void require(AtomicType limited, String constraint) {
        if (type != limited) {
            throw new IllegalArgumentException(constraint + " does not fit type " + type);
        }
    }
}
