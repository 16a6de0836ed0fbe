package dev.ovsdb.testkit.simulation;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.lock.Lock;
import dev.ovsdb.client.lock.LockListener;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.operation.Assert;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.protocol.operation.Update;
import dev.ovsdb.protocol.operation.Wait;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One session's wish for the lock that all sessions want. While it owns it, it writes its name and the number of this ownership into
 * table Holder, under an assertion; nobody else may have done so by the time that it looks again.
 */
final class LockUser implements LockListener {
    static final String NAME = "L";

    private final Simulation simulation;
    private final String who;
    private final OvsdbClient client;
    private @Nullable CompletableFuture<Lock> wanted;
    private int epoch; // Of the present ownership; 0 if there is none.
    private boolean written; // The server acknowledged that Holder has this epoch.
    private boolean thief; // The server was asked by "steal" on the present connection.
    private boolean robbed; // As a thief: it is out of the game until it reconnects.
    private int changes; // Of anything above.

    LockUser(Simulation simulation, String who, OvsdbClient client) {
        this.simulation = simulation;
        this.who = who;
        this.client = client;
    }

    boolean wants() {
        return wanted != null;
    }

    boolean owns() {
        return epoch != 0;
    }

    /** Whether the server has it waiting for the lock, if it does not own it; a thief from whom it was stolen does not wait. */
    boolean isQueued() {
        return wanted != null && !robbed;
    }

    int changes() {
        return changes;
    }

    void ask(boolean steal) {
        if (wanted == null && !client.closed().isDone()) {
            changes++;
            thief = steal;
            robbed = false;
            CompletableFuture<Lock> asked = steal ? client.steal(NAME, this) : client.lock(NAME, this);
            wanted = asked;
            simulation.expect(asked, (steal ? "steal of " : "lock of ") + who);
            asked.whenComplete((lock, failure) -> {
                if (failure != null && wanted == asked) {
                    changes++;
                    wanted = null; // Timed out.
                }
            });
        }
    }

    void giveBack() {
        CompletableFuture<Lock> asked = wanted;
        if (asked == null) {
            return;
        }
        wanted = null;
        changes++;
        if (asked.isDone()) {
            simulation.expect(asked.join().unlock(), "unlock of " + who);
        } else {
            asked.cancel(false);
        }
        epoch = 0;
    }

    @Override
    public void onAcquired(Lock lock) {
        simulation.say("%s owns the lock", who);
        changes++;
        if (wanted != null) {
            Violation.unless(epoch == 0, "%s acquired the lock twice", who);
            epoch = simulation.nextEpoch();
            written = false;
        }
    }

    @Override
    public void onLost(Lock lock, LossReason reason) {
        simulation.say("%s lost the lock: %s", who, reason);
        Violation.unless(reason != LossReason.REFUSED, "%s was refused the lock", who);
        changes++;
        if (wanted != null && reason != LossReason.UNLOCKED) { // The last one is of the handle before.
            Violation.unless(epoch != 0, "%s lost a lock that it did not own: %s", who, reason);
            robbed = thief && reason == LossReason.STOLEN;
            epoch = 0;
        }
    }

    // ---- Transactions.

    /** What goes before the other operations of a transaction that needs the lock. */
    List<Operation> guard() {
        Condition row = Condition.equal("lock", NAME);
        if (epoch != 0 && written) {
            Row mine = Row.builder().put("who", who).put("epoch", epoch).build();
            return List.of(
                    new Assert(NAME),
                    Wait.on(SimSchema.HOLDER)
                            .where(row)
                            .columns("who", "epoch")
                            .untilEqual(mine)
                            .timeout(Duration.ZERO)
                            .build());
        }
        return List.of(
                new Assert(NAME),
                Update.in(SimSchema.HOLDER)
                        .where(row)
                        .set("who", Datum.of(who))
                        .set("epoch", Datum.of(epoch))
                        .build());
    }

    /** The answer to such a transaction, which was sent when so much had changed. */
    void answered(int changesThen, TransactionOutcome outcome) {
        if (changesThen != changes) {
            return;
        }
        OperationError error = outcome.firstError().orElse(null);
        if (error == null) {
            Violation.unless(
                    owns(), "%s does not own the lock, and the server executed what asserts that it does", who);
            written = true;
            return;
        }
        boolean notOwner = error.tag() == ErrorTag.NOT_OWNER;
        Violation.unless(
                !(notOwner && owns()), "%s owns the lock, and the server says that it does not: %s", who, error);
        Violation.unless(
                error.tag() != ErrorTag.TIMED_OUT, "somebody else wrote as its owner while %s owned the lock", who);
    }
}
