/**
 * Several versions of a schema as one that has all that any of them has.
 *
 * <p>Layer: inside {@code codegen}, beside {@code doc} and {@code name}. Immutable values.
 */
@NullMarked
package dev.ovsdb.codegen.schema;

import org.jspecify.annotations.NullMarked;
