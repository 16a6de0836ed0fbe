/**
 * How databases outlive their server: what the engine asks of a storage, and the storage that keeps nothing.
 *
 * <p>Layer: above {@code data}; below {@code engine}, which executes, and beside it {@code file}, which implements. A storage
 * decides nothing: it takes what was executed, in order, and says when it is safe.
 *
 * <p>Answers are asynchronous. A storage calls its listener on the lane only: during {@link
 * dev.ovsdb.server.storage.Storage#append} on the caller's thread, or later through the executor that it was opened with.
 */
@NullMarked
package dev.ovsdb.server.storage;

import org.jspecify.annotations.NullMarked;
