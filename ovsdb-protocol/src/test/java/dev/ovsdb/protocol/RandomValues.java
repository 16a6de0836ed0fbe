package dev.ovsdb.protocol;

import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.protocol.vectors.Rounds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/** Random atoms, types and values from a seed, with many collisions and corner cases. */
final class RandomValues {
    private static final int RUNS = Rounds.of(300);
    private static final String[] SCRAPS = {
        "", "a", "b", "ab", "\"", "\\", "/", "\n", "\u007f", "é", "€", "\uffee", "😀", "key"
    };
    private static final double[] REALS = {
        0, 1, -1, 0.5, 0.1, 0.30000000000000004, 1e15, 1e16, 1e23, 1e-5, 1e300, 4.2e-300
    };
    private static final long[] INTEGERS = {
        0, 1, -1, 9, 10, 1 << 20, Long.MAX_VALUE, Long.MIN_VALUE, 999_999_999_999_999_999L
    };

    private final Random random;

    private RandomValues(long seed) {
        this.random = new Random(seed);
    }

    /** Runs a property for many seeds. On a failure the message tells the seed; give it as {@code -Dovsdb.seed}. */
    static void forAll(Consumer<RandomValues> property) {
        Long chosen = Long.getLong("ovsdb.seed");
        long first = chosen == null ? 20260101 : chosen;
        for (long seed = first; seed < first + (chosen == null ? RUNS : 1); seed++) {
            try {
                property.accept(new RandomValues(seed));
            } catch (Throwable e) {
                throw new AssertionError("failed with -Dovsdb.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }

    int upTo(int limit) {
        return random.nextInt(limit + 1);
    }

    Atom atom(AtomicType type) {
        return switch (type) {
            case INTEGER ->
                Atom.of(random.nextBoolean() ? INTEGERS[random.nextInt(INTEGERS.length)] : random.nextInt(500));
            case REAL -> Atom.of(random.nextBoolean() ? REALS[random.nextInt(REALS.length)] : random.nextGaussian());
            case BOOLEAN -> Atom.of(random.nextBoolean());
            case STRING -> Atom.of(string());
            case UUID -> Atom.of(new UUID(random.nextInt(3) - 1, random.nextInt(300) - 150));
        };
    }

    private String string() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(random.nextInt(3) == 0 ? SCRAPS[random.nextInt(SCRAPS.length)] : random.nextInt(60));
        }
        return text.toString();
    }

    /** A set or map of any size. */
    ColumnType compositeType() {
        BaseType key = BaseType.of(atomicType());
        return random.nextBoolean()
                ? ColumnType.set(key, 0, ColumnType.UNLIMITED)
                : ColumnType.map(key, BaseType.of(atomicType()), 0, ColumnType.UNLIMITED);
    }

    ColumnType type() {
        return switch (random.nextInt(4)) {
            case 0 -> ColumnType.scalar(atomicType());
            case 1 -> ColumnType.optional(BaseType.of(atomicType()));
            default -> compositeType();
        };
    }

    private AtomicType atomicType() {
        return AtomicType.values()[random.nextInt(AtomicType.values().length)];
    }

    /** A value of the type: often empty or small, sometimes beyond the size where trees begin. */
    Datum datum(ColumnType type) {
        int size = (int) Math.min(type.max(), Math.max(type.min(), size()));
        if (!type.isMap()) {
            return Datum.set(atoms(type.key().type(), size));
        }
        Map<Atom, Atom> pairs = new LinkedHashMap<>();
        for (Atom key : atoms(type.key().type(), size)) {
            pairs.put(key, atom(type.requireValue().type()));
        }
        return Datum.map(pairs);
    }

    List<Atom> atoms(AtomicType type, int size) {
        List<Atom> atoms = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            atoms.add(atom(type));
        }
        return atoms;
    }

    private int size() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(5);
            case 2 -> 60 + random.nextInt(10);
            default -> random.nextInt(400);
        };
    }
}
