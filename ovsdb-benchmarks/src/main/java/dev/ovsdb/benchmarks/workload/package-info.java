/**
 * What servers and replicas are compared on: a Northbound database of any number of rows, a server of either make on a fresh copy of it,
 * and connections that send bytes which were prepared beforehand.
 *
 * <p>Layer: below {@code server} and {@code idl}; JDK and testkit only.
 */
@NullMarked
package dev.ovsdb.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
