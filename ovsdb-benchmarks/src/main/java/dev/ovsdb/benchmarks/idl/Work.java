package dev.ovsdb.benchmarks.idl;

import dev.ovsdb.benchmarks.harness.DriverProcess;
import dev.ovsdb.benchmarks.harness.Figures;

/** What happens to the database while a driver holds a replica of it. */
interface Work extends AutoCloseable {
    /** What a driver says when its replica has the first contents. */
    String LIVE = "live";

    /** The socket at which the driver finds the server. */
    String socket();

    /** Does it, and returns what was measured. */
    Figures run(DriverProcess driver) throws Exception;

    @Override
    default void close() {}
}
