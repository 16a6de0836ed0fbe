/**
 * What peers said to each other, kept for whoever has to find out why a test failed.
 *
 * <p>Layer: on the transport of {@code jsonrpc}, of which it wraps each stream; knows nothing of OVSDB. Memory is bounded: the last
 * messages are kept, and of each its beginning.
 */
@NullMarked
package dev.ovsdb.testkit.conversation;

import org.jspecify.annotations.NullMarked;
