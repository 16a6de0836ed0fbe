/**
 * The contents of one database in memory, over their versions: rows, indexes, and who refers to whom.
 *
 * <p>Layer: the lowest of {@code idl}; knows no session. One thread at a time writes; any thread reads, without a lock.
 * What a write supersedes stays as long as a pinned version can see it.
 */
@NullMarked
package dev.ovsdb.idl.store;

import org.jspecify.annotations.NullMarked;
