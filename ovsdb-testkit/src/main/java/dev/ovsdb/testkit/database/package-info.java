/**
 * A server with databases for one test: in this process, as a local program or in a container, seen through one interface.
 *
 * <p>Layer: tests; above {@code server}, {@code idl} and the reference servers of {@code dev.ovsdb.testkit}; knows nothing of JUnit's life
 * cycle, which {@code dev.ovsdb.testkit.junit} adds. Each server stands alone, so that any number may run at once.
 */
@NullMarked
package dev.ovsdb.testkit.database;

import org.jspecify.annotations.NullMarked;
