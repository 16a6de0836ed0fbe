/**
 * JSON text as Open vSwitch reads and writes it: a pull reader over bytes and a writer into bytes, with no tree between.
 *
 * <p>Layer: the lowest; knows nothing of OVSDB. Readers and writers are for one thread at a time. Values take them, so that a
 * value can be read from, or written into, the middle of a larger text.
 */
@NullMarked
package dev.ovsdb.protocol.json;

import org.jspecify.annotations.NullMarked;
