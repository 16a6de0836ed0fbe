package dev.ovsdb.server.file;

import java.nio.file.Path;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A database file was written anew, for compaction or another schema. */
@Name("dev.ovsdb.Compaction")
@Label("Compaction")
@Category({"OVSDB", "Storage"})
@Description("A database file was written anew and has taken the place of the old one")
@StackTrace(false)
final class CompactionEvent extends Event {
    @Label("File")
    String path = "";

    @Label("Size Before")
    @DataAmount
    long bytesBefore;

    @Label("Size After")
    @DataAmount
    long bytesAfter;

    static CompactionEvent start(Path path, long bytesBefore) {
        CompactionEvent event = new CompactionEvent();
        event.path = path.toString();
        event.bytesBefore = bytesBefore;
        event.begin();
        return event;
    }
}
