/**
 * What happens to a replica, as its users hear of it.
 *
 * <p>Layer: API of {@code idl}.
 */
@NullMarked
package dev.ovsdb.idl.change;

import org.jspecify.annotations.NullMarked;
