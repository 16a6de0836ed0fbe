package dev.ovsdb.idl;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** A version of a replica was made. */
@Name("dev.ovsdb.ReplicaVersion")
@Label("Replica Version")
@Description("A version of a replica was made.")
@Category({"OVSDB", "Replica"})
@StackTrace(false)
final class ReplicaVersionEvent extends Event {
    @Label("Database")
    @Nullable
    String database;

    @Label("Kind")
    @Description("INITIAL, UPDATE or RESYNC")
    @Nullable
    String kind;

    @Label("Sequence")
    long sequence;

    @Label("Row Changes")
    int rowChanges;

    @Label("Rows")
    @Description("In all tables")
    long rows;

    @Label("Lag")
    @Description("Since the first byte of it was read")
    @Timespan(Timespan.NANOSECONDS)
    long lag;

    /** Asks by an event that goes nowhere, which the compiler leaves out, so that nothing is counted for nobody. */
    static boolean isWanted() {
        return new ReplicaVersionEvent().isEnabled();
    }
}
