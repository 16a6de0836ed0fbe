/**
 * Many sessions, and hostile ones, on one server in a bounded heap: does a well-behaved session go on, and does memory stay within
 * bounds?
 *
 * <p>{@code CrowdRun} starts a server and talks to it as the {@link dev.ovsdb.benchmarks.crowd.Witness}; each load comes from another
 * process, the {@code CrowdDriver}. {@code CrowdBenchmark} prints what was seen, {@code CrowdIT} asserts it.
 *
 * <p>Layer: end-to-end benchmarks, above {@code workload}.
 */
@NullMarked
package dev.ovsdb.benchmarks.crowd;

import org.jspecify.annotations.NullMarked;
