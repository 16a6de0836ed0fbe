/**
 * The server side by side with the real {@code ovsdb-server}: every {@code server} line of the speed goals.
 *
 * <p>{@code ServerBenchmark} starts a server on a fresh copy of a database and, in another process, the {@code LoadDriver}, which
 * sends bytes that were prepared beforehand and does as little as it can with the answers. Rounds are interleaved; what is compared
 * is the median.
 *
 * <p>Layer: end-to-end benchmarks, above {@code workload}.
 */
@NullMarked
package dev.ovsdb.benchmarks.server;

import org.jspecify.annotations.NullMarked;
