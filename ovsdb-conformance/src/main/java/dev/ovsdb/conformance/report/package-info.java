/**
 * Reports as text, JUnit XML and HTML.
 *
 * <p>Layer: above the results; nothing here runs anything.
 */
@NullMarked
package dev.ovsdb.conformance.report;

import org.jspecify.annotations.NullMarked;
