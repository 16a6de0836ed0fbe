/**
 * JSON text as Open vSwitch reads and writes it: a pull reader over bytes and a writer into bytes, with no tree between.
 *
 * <p>Layer: the lowest; knows nothing of OVSDB. Readers and writers are for one thread at a time. Only this project's own
 * modules see this package.
 */
@NullMarked
package dev.ovsdb.protocol.json;

import org.jspecify.annotations.NullMarked;
