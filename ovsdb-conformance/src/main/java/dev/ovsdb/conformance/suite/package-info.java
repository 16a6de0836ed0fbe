/**
 * The cases, their schemas and what they tell of themselves, read from files.
 *
 * <p>Layer: knows files only; below all that plays them.
 */
@NullMarked
package dev.ovsdb.conformance.suite;

import org.jspecify.annotations.NullMarked;
