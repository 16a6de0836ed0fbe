package dev.ovsdb.testkit.database;

import dev.ovsdb.idl.transaction.TransactionBody;
import dev.ovsdb.protocol.operation.InvalidTransactionException;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.Transaction;
import dev.ovsdb.protocol.operation.TransactionFailedException;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a database has when a test begins: one transaction, which must succeed. */
interface Seed {
    /** @throws IllegalArgumentException if the rows cannot be had; names what was asked for, operation, table and column */
    void sow(TestServer server);

    /** Operations on a database; null for the only one. */
    record Operations(@Nullable String database, List<Operation> operations) implements Seed {
        public Operations {
            operations = List.copyOf(operations);
        }

        @Override
        public void sow(TestServer server) {
            TestDatabase target = database == null ? server.database() : server.database(database);
            run("the rows for the test", target, Transaction.on(target.name()).addAll(operations));
        }
    }

    /** A function on the only database. */
    record Function(TransactionBody body) implements Seed {
        @Override
        public void sow(TestServer server) {
            try {
                server.database().replica().transact(body).requireDone();
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("the rows for the test: " + e.getMessage(), e);
            }
        }
    }

    /**
     * A text in the notation of {@code transact}'s parameters (RFC 7047, section 4.1.3): {@code ["Town", {"op": "insert", ...}, ...]}.
     * The name of the only database may be left out.
     */
    record Json(String origin, String json) implements Seed {
        @Override
        public void sow(TestServer server) {
            Transaction transaction;
            try {
                transaction = new SeedReader(server).read(json);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(origin + ": " + e.getMessage(), e);
            }
            run(origin, server.database(transaction.database()), transaction);
        }
    }

    private static void run(String origin, TestDatabase target, Transaction transaction) {
        try {
            DatabaseSchema schema = target.schema();
            transaction.validate(
                    schema); // First, since it knows tables and columns of which a server's errors are silent.
            target.transact(transaction.operations().toArray(Operation[]::new)).requireSuccess();
        } catch (InvalidTransactionException | TransactionFailedException e) {
            throw new IllegalArgumentException(origin + ", database " + target.name() + ": " + e.getMessage(), e);
        }
    }
}
