package dev.ovsdb.server.engine.session;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A transaction, from the arrival of its request until its result leaves: waiting, and for the disk, included. */
@Name("dev.ovsdb.Transaction")
@Label("Transaction")
@Description("A transaction, from the arrival of its request until its result leaves.")
@Category({"OVSDB", "Engine"})
@StackTrace(false)
final class TransactionEvent extends Event {
    @Label("Peer")
    @Nullable
    String peer;

    @Label("Database")
    @Nullable
    String database;

    @Label("Row Changes")
    @Description("Rows inserted, changed and deleted, those that the commit removed included")
    int rowChanges;

    @Label("Durable")
    boolean durable;

    @Label("Error")
    @Description("Empty if it succeeded")
    @Nullable
    String error;

    /** One that begins now. */
    static TransactionEvent start() {
        TransactionEvent event = new TransactionEvent();
        event.begin();
        return event;
    }

    /** Asks by an event that goes nowhere, which the compiler leaves out, so that nothing is made for nobody. */
    static boolean isWanted() {
        return new TransactionEvent().isEnabled();
    }
}
