package dev.ovsdb.benchmarks.server;

import dev.ovsdb.benchmarks.harness.Figures;
import dev.ovsdb.benchmarks.workload.Target;

/** What a driver does to a server, and measures. */
interface Load {
    Figures run(Target target) throws Exception;
}
