/**
 * JSON that arrives in pieces: finds values in it without keeping more than one of them.
 *
 * <p>Layer: above {@code json}, below the readers of updates and results; exported to the server only, whose files are such texts. A reader is for one thread at a time.
 */
@NullMarked
package dev.ovsdb.protocol.stream;

import org.jspecify.annotations.NullMarked;
