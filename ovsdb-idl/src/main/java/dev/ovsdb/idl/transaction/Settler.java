package dev.ovsdb.idl.transaction;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Function;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.Select;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.protocol.operation.Update;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Finds out whether a transaction left its mark. To ask twice does no harm, so it asks until there is an answer.
 *
 * <p>The request whose answer was lost may still wait in a buffer, and be executed after this was answered. So where a tag is missing
 * another one is written in the same transaction: the late request verifies the tag that was there before, and fails.
 */
final class Settler {
    private final OvsdbClient client;
    private final String database;
    private final List<Operation> operations;
    private final CompletableFuture<Settlement> settled = new CompletableFuture<>();

    private Settler(OvsdbClient client, String database, List<Operation> operations) {
        this.client = client;
        this.database = database;
        this.operations = operations;
    }

    /** @param barrier makes the token that is written in place of a missing one unlike any other */
    static CompletableFuture<Settlement> settle(OvsdbClient client, String database, Mark mark, UUID barrier) {
        Settler settler = new Settler(
                client, database, mark instanceof Mark.Tag tag ? tag(tag, barrier) : row((Mark.InsertedRow) mark));
        settler.ask();
        return settler.settled;
    }

    private static List<Operation> row(Mark.InsertedRow mark) {
        return List.of(Select.from(mark.table())
                .where(Condition.uuid(mark.row()))
                .columns("_uuid")
                .build());
    }

    private static List<Operation> tag(Mark.Tag mark, UUID barrier) {
        return List.of(
                Select.from(mark.table())
                        .where(Condition.uuid(mark.row()))
                        .columns("_uuid")
                        .build(),
                Update.in(mark.table())
                        .where(
                                Condition.uuid(mark.row()),
                                Condition.of(mark.column(), Function.NOT_EQUAL, Datum.of(mark.token())))
                        .set(mark.column(), "settled " + barrier)
                        .build());
    }

    private void ask() {
        client.transact(database, operations).whenComplete((outcome, failure) -> {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            if (cause instanceof ConnectionClosedException && !client.closed().isDone() && !settled.isDone()) {
                ask();
            } else if (cause != null) {
                settled.completeExceptionally(cause);
            } else {
                answered(outcome);
            }
        });
    }

    private void answered(TransactionOutcome outcome) {
        try {
            outcome.requireSuccess();
            boolean there = !outcome.rows(0).isEmpty();
            if (outcome.results().size() == 1) {
                settled.complete(there ? Settlement.COMMITTED : Settlement.NOT_COMMITTED);
            } else if (!there) {
                settled.complete(Settlement.LOST);
            } else {
                settled.complete(outcome.count(1) == 0 ? Settlement.COMMITTED : Settlement.NOT_COMMITTED);
            }
        } catch (RuntimeException e) {
            settled.completeExceptionally(e);
        }
    }
}
