package dev.ovsdb.benchmarks.idl;

import dev.ovsdb.benchmarks.harness.DriverProcess;
import dev.ovsdb.benchmarks.workload.DatabaseFiles;
import dev.ovsdb.benchmarks.workload.ServerProcess;
import java.nio.file.Path;
import java.util.List;

/** Has a JVM start as the {@code ovsdb} command does: with its classes in an archive, and the quick compiler only. */
final class ClassArchive {
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    private ClassArchive() {}

    /** The same contender with an archive of the classes that a small load takes. */
    static Contender with(Contender contender, DatabaseFiles files, Path archive) throws Exception {
        Contender trained = contender.startedBy(List.of(QUICK, "-XX:ArchiveClassesAtExit=" + archive));
        int rows = Line.LOAD_10K.quickRows();
        try (ServerProcess server = new ServerProcess(contender.server(), files, rows, false);
                DriverProcess driver = new DriverProcess(
                        "the class archive", trained.command(Line.LOAD_10K, server.target(rows, 0, 0)))) {
            driver.awaitEnd();
        }
        return contender.startedBy(List.of(QUICK, "-XX:SharedArchiveFile=" + archive));
    }
}
