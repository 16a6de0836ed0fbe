package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random values that suit a schema's types (not its enumerations, ranges and lengths). The same seed makes the same. */
public final class Generator {
    private static final String[] TEXTS = {"", "a", "br0", "\"\\", "\u0001\n", "é中", "😀", "[\"set\",[]]", "{}"};

    private final Random random;
    private final DatabaseSchema schema;

    public Generator(long seed, DatabaseSchema schema) {
        this.random = new Random(seed);
        this.schema = schema;
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public TableSchema table() {
        return pick(schema.tables());
    }

    public UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    public <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    public Operation operation() {
        TableSchema table = table();
        String name = table.name();
        return switch (random.nextInt(10)) {
            case 0 -> new Insert(name, row(table, true), maybe(this::uuid), maybe(() -> "row" + random.nextInt(9)));
            case 1 -> new Select(name, where(table), maybe(() -> columns(table)), maybe(() -> columns(table)));
            case 2 -> new Update(name, where(table), row(table, true));
            case 3 -> new Mutate(name, where(table), list(() -> mutation(table)));
            case 4 -> new Delete(name, where(table));
            case 5 ->
                new Wait(
                        name,
                        maybe(() -> Duration.ofMillis(random.nextInt(1000))),
                        where(table),
                        maybe(() -> columns(table)),
                        random.nextBoolean() ? Wait.Until.EQUAL : Wait.Until.NOT_EQUAL,
                        list(() -> row(table, false)));
            case 6 -> new Commit(random.nextBoolean());
            case 7 -> new Abort();
            case 8 -> new Comment(pick(List.of(TEXTS)));
            default -> new Assert("lock" + random.nextInt(9));
        };
    }

    /** Some columns of a table. */
    public Row row(TableSchema table, boolean namedUuids) {
        Map<String, Datum> columns = new LinkedHashMap<>();
        for (ColumnSchema column : table.columns()) {
            if (random.nextBoolean()) {
                columns.put(column.name(), datum(column.type(), namedUuids));
            }
        }
        return Row.of(columns);
    }

    /** A value with up to 100 elements where its type allows that: some are trees. */
    public Datum datum(ColumnType type, boolean namedUuids) {
        int most = (int) Math.min(type.max(), random.nextInt(10) == 0 ? 100 : 4);
        int size = type.min() + random.nextInt(most - type.min() + 1);
        if (type.isMap()) {
            Map<Atom, Atom> pairs = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                pairs.put(
                        atom(type.key().type(), namedUuids),
                        atom(type.requireValue().type(), namedUuids));
            }
            return Datum.map(pairs);
        }
        List<Atom> atoms = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            atoms.add(atom(type.key().type(), namedUuids));
        }
        return Datum.set(atoms);
    }

    private Atom atom(AtomicType type, boolean namedUuids) {
        return switch (type) {
            case INTEGER -> Atom.of(random.nextBoolean() ? random.nextInt(10) : random.nextLong());
            case REAL -> Atom.of(random.nextBoolean() ? random.nextInt(10) : random.nextGaussian() * 1e10);
            case BOOLEAN -> Atom.of(random.nextBoolean());
            case STRING -> Atom.of(pick(List.of(TEXTS)) + (random.nextBoolean() ? random.nextInt(100) : ""));
            case UUID -> namedUuids && random.nextInt(4) == 0 ? Atom.named("row" + random.nextInt(9)) : Atom.of(uuid());
        };
    }

    private List<Condition> where(TableSchema table) {
        return list(() -> condition(table));
    }

    private Condition condition(TableSchema table) {
        if (random.nextInt(8) == 0) {
            return random.nextBoolean() ? Condition.TRUE : Condition.FALSE;
        }
        ColumnSchema column = pick(table.columns());
        List<Function> suitable = Arrays.stream(Function.values())
                .filter(function -> OperandType.suits(function, column.type()))
                .toList();
        Function function = pick(suitable);
        return Condition.of(column.name(), function, datum(OperandType.of(function, column.type()), true));
    }

    private Mutation mutation(TableSchema table) {
        List<ColumnSchema> mutable = table.columns().stream()
                .filter(column -> OperandType.suits(Mutator.INSERT, column.type())
                        || OperandType.suits(Mutator.ADD, column.type()))
                .toList();
        ColumnSchema column = pick(mutable);
        List<Mutator> suitable = Arrays.stream(Mutator.values())
                .filter(mutator -> OperandType.suits(mutator, column.type()))
                .toList();
        Mutator mutator = pick(suitable);
        boolean keys = mutator == Mutator.DELETE && column.type().isMap() && random.nextBoolean();
        ColumnType operand = keys ? OperandType.keysOf(column.type()) : OperandType.of(mutator, column.type());
        return new Mutation(column.name(), mutator, datum(operand, true));
    }

    private List<String> columns(TableSchema table) {
        return table.columns().stream()
                .map(ColumnSchema::name)
                .filter(name -> random.nextBoolean())
                .toList();
    }

    private <T> List<T> list(Supplier<T> element) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(element.get());
        }
        return list;
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }
}
