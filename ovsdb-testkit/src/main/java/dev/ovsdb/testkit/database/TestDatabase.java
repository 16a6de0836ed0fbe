package dev.ovsdb.testkit.database;

import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.operation.Delete;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.Select;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A database of a {@link TestServer}, as its test looks at it: beside what is tested, by sessions of the kit's own. Thread-safe.
 *
 * <p>{@link dev.ovsdb.testkit.assertion.OvsdbAssertions} checks what it holds.
 */
public final class TestDatabase {
    private final TestServer server;
    private final String name;
    private @Nullable Idl replica; // Guarded by this; made when it is needed first.

    TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** The server that has it. */
    public TestServer server() {
        return server;
    }

    /** The database's name. */
    public String name() {
        return name;
    }

    /** Its schema, also after a conversion. */
    public DatabaseSchema schema() {
        return server.own().schema(name);
    }

    /** Runs operations as one transaction. What they came to is a value: {@link TransactionOutcome#requireSuccess} throws it. */
    public TransactionOutcome transact(Operation... operations) {
        return server.own().transact(name, operations);
    }

    /**
     * The rows of a table as they are at the server now, each with its {@code _uuid}; no transaction that was answered is missing.
     *
     * @throws java.util.NoSuchElementException if there is no such table; says which there are
     */
    public List<Row> rows(String table) {
        return contents(table).rows(table);
    }

    /**
     * One table as it is at the server now.
     *
     * @throws java.util.NoSuchElementException if there is no such table; says which there are
     */
    public Contents contents(String table) {
        return contents(List.of(schema().requireTable(table)));
    }

    /** Everything as it is at the server now. */
    public Contents contents() {
        return contents(schema().tables());
    }

    private Contents contents(List<TableSchema> tables) {
        Operation[] selects = tables.stream()
                .map(table -> Select.from(table.name()).everyRow().build())
                .toArray(Operation[]::new);
        TransactionOutcome outcome = transact(selects).requireSuccess();
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        for (int i = 0; i < tables.size(); i++) {
            List<Row> found = new ArrayList<>();
            for (Row row : outcome.rows(i)) found.add(row.without("_version"));
            rows.put(tables.get(i).name(), found);
        }
        return new Contents(name, schema(), rows);
    }

    /** A live replica of everything, which the kit has and closes: its futures tell when something comes to be. */
    public Idl replica() {
        Idl idl = replicaToBe(schema()); // Asked for outside of the lock: the server's own is taken for it.
        server.own().await(idl.live());
        return idl;
    }

    private synchronized Idl replicaToBe(DatabaseSchema schema) {
        Idl idl = replica;
        if (idl == null) {
            replica = idl =
                    Idl.of(Interest.of(schema)).connect(server.ownSession().database(name));
        }
        return idl;
    }

    String dump() {
        try {
            return contents().toString();
        } catch (RuntimeException e) {
            return "Database " + name + " cannot be read: " + e;
        }
    }

    /** Takes all rows away, in one transaction. Throws if the schema is another by now. */
    void empty(DatabaseSchema original) {
        close();
        DatabaseSchema now = schema();
        if (!now.version().equals(original.version()) || !now.tables().equals(original.tables()))
            throw new IllegalStateException(this + " was converted");
        Operation[] deletes = original.tables().stream()
                .map(table -> Delete.from(table.name()).everyRow().build())
                .toArray(Operation[]::new);
        transact(deletes).requireSuccess();
    }

    synchronized void close() {
        if (replica != null) replica.close();
        replica = null;
    }

    @Override
    public String toString() {
        return "database " + name + " of the " + server;
    }
}
