/**
 * The replica side by side with Python's IDL: every {@code idl} line of the speed goals.
 *
 * <p>{@code ReplicaBenchmark} starts a server on a fresh copy of a database and, in a process of its own, the driver of one contender,
 * which holds a replica of everything; ours is {@code ReplicaDriver}, Python's is {@code peers/python/replica.py}. What changes the
 * database meanwhile is the benchmark's process, the same for both. A driver is told what to measure in the database itself: rows of a
 * table that is empty otherwise say where a measurement begins and ends. At its end it prints a checksum of all that it holds, and a
 * figure counts only if both have the same.
 *
 * <p>Layer: end-to-end benchmarks, above {@code workload}.
 */
@NullMarked
package dev.ovsdb.benchmarks.idl;

import org.jspecify.annotations.NullMarked;
