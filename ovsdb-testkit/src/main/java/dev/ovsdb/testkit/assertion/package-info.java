/**
 * Assertions about rows, results of transactions and updates. A failure shows the table that it is about.
 *
 * <p>A family of its own, so that whoever uses another assertion library, or none, needs no further one; {@code assertThat} may be
 * imported beside AssertJ's. What it throws is what JUnit's own assertions throw.
 *
 * <p>Layer: tests; above {@code dev.ovsdb.testkit.database}. Nothing here sleeps: what is waited for is told by a replica's monitor.
 */
@NullMarked
package dev.ovsdb.testkit.assertion;

import org.jspecify.annotations.NullMarked;
