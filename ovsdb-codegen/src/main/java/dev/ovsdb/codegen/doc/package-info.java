/**
 * The documentation of a schema as Javadoc: read from the XML in which Open vSwitch and OVN keep it.
 *
 * <p>Layer: inside {@code codegen}, beside {@code schema} and {@code name}. What it gives is HTML in ASCII that can stand in a comment,
 * whatever the input is.
 */
@NullMarked
package dev.ovsdb.codegen.doc;

import org.jspecify.annotations.NullMarked;
