/**
 * Names of a schema as names of Java that are legal, that clash with nothing, and that stay the same when a schema grows.
 *
 * <p>Layer: inside {@code codegen}, beside {@code schema} and {@code doc}.
 */
@NullMarked
package dev.ovsdb.codegen.name;

import org.jspecify.annotations.NullMarked;
