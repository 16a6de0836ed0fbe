/**
 * The schemas of the databases that sessions talk to, kept as long as they are known to be current.
 *
 * <p>Layer: API of {@code client} for sharing one cache between sessions; what fills it is in {@code conversation}.
 */
@NullMarked
package dev.ovsdb.client.schema;

import org.jspecify.annotations.NullMarked;
