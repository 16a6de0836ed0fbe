/**
 * The server under messages that a fuzzer chooses: sessions that ask for anything, beside one that behaves and must not notice.
 *
 * <p>All on the test's own thread, in memory, by a clock that stands still unless an input moves it: an input always does the same.
 */
@NullMarked
package dev.ovsdb.server.fuzz;

import org.jspecify.annotations.NullMarked;
