/**
 * What was expected and what came: comparing, and saying where they differ.
 *
 * <p>Layer: above JSON values; knows neither cases nor connections.
 */
@NullMarked
package dev.ovsdb.conformance.match;

import org.jspecify.annotations.NullMarked;
