/**
 * What versions, monitors and storage hand each other: rows as they are at a version, and how they change.
 *
 * <p>Layer: lowest of the server; above {@code protocol}. Immutable values, for any thread.
 */
@NullMarked
package dev.ovsdb.server.data;

import org.jspecify.annotations.NullMarked;
