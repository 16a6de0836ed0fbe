/**
 * Bytes to a server and messages from it, with nothing in between: for tests of what no library would send.
 *
 * <p>Layer: above the transports of {@code jsonrpc}; below everything else of the kit. Messages are cut by counting brackets, not
 * by our framer, which is judged too.
 */
@NullMarked
package dev.ovsdb.conformance.wire;

import org.jspecify.annotations.NullMarked;
