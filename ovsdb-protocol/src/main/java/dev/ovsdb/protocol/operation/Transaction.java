package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the operations of one transaction on one database. They are executed in order, as a whole or not at all.
 *
 * <p>Mutable, for one thread; {@link #operations()} is a snapshot.
 */
public final class Transaction {
    private final String database;
    private final Deque<Operation> operations = new ArrayDeque<>();

    private Transaction(String database) {
        this.database = Objects.requireNonNull(database, "database");
    }

    /** An empty transaction on this database. */
    public static Transaction on(String database) {
        return new Transaction(database);
    }

    public static Transaction of(String database, Collection<? extends Operation> operations) {
        return on(database).addAll(operations);
    }

    public static Transaction of(String database, Operation... operations) {
        return of(database, List.of(operations));
    }

    /** Adds an operation behind all others. */
    public Transaction add(Operation operation) {
        operations.addLast(operation);
        return this;
    }

    /** Adds operations, in their order, behind all others. */
    public Transaction addAll(Collection<? extends Operation> more) {
        operations.addAll(more);
        return this;
    }

    /** Puts an operation before all others, as an {@link Assert} or a {@link Wait} that was thought of last. */
    public Transaction prepend(Operation operation) {
        operations.addFirst(operation);
        return this;
    }

    public int size() {
        return operations.size();
    }

    public boolean isEmpty() {
        return operations.isEmpty();
    }

    public String database() {
        return database;
    }

    /** The operations so far. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /**
     * Checks everything that a server checks without looking at its rows: tables, columns, types, constraints, immutable
     * columns, functions and mutators that suit their column, references by name.
     *
     * @throws InvalidTransactionException if the server would refuse it; lists each fault with its place
     */
    public void validate(DatabaseSchema schema) {
        List<Violation> violations = violations(schema);
        if (!violations.isEmpty()) {
            throw new InvalidTransactionException(database, violations);
        }
    }

    /** What {@link #validate} objects to, in the order of the operations; empty if nothing. */
    public List<Violation> violations(DatabaseSchema schema) {
        return new TransactionValidator(schema).check(operations());
    }

    /** Writes {@code params} of a transact request: {@code [database, operation, ...]}. */
    public void write(JsonWriter writer) {
        writer.beginArray().value(database);
        for (Operation operation : operations) {
            operation.write(writer);
        }
        writer.endArray();
    }

    /**
     * Reads {@code params} of a transact request, as {@link Operation#read(JsonReader, DatabaseSchema)} reads operations.
     *
     * @throws InvalidOperationException if an operation is none; says which one of how many
     */
    public static Transaction read(
            JsonReader reader, java.util.function.Function<String, @Nullable DatabaseSchema> schemas) {
        reader.beginArray();
        Transaction transaction = on(reader.nextString());
        DatabaseSchema schema = schemas.apply(transaction.database);
        List<Operation> operations = new ArrayList<>();
        while (reader.hasNext()) {
            operations.add(readOne(reader, schema, operations.size()));
        }
        reader.endArray();
        return transaction.addAll(operations);
    }

    private static Operation readOne(JsonReader reader, @Nullable DatabaseSchema schema, int index) {
        try {
            return Operation.read(reader, schema);
        } catch (InvalidOperationException e) {
            throw new InvalidOperationException(e.tag(), "operation " + index + ": " + e.details(), e);
        }
    }

    @Override
    public String toString() {
        JsonWriter writer = new JsonWriter();
        write(writer);
        return "transact " + Quote.cut(writer.toString());
    }
}
