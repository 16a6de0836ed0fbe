/**
 * Real OVSDB servers for tests: {@code ovsdb-server} processes, containers and clusters of them, and the rules for what
 * happens where one is missing.
 *
 * <p>Layer: tests only; nothing published for production depends on it. Everything here waits for what a process says or
 * does, with a deadline, and never for time to pass. What it starts it also ends, by its handle, and nothing else.
 */
@NullMarked
package dev.ovsdb.testkit;

import org.jspecify.annotations.NullMarked;
