/**
 * JUnit's side of the test kit: what a test class writes above itself to get servers, or to be skipped without them. {@link
 * dev.ovsdb.testkit.junit.OvsdbTest} gives each test a database of its own; {@link
 * dev.ovsdb.testkit.junit.ReferenceServerExtension} one {@code ovsdb-server} for a class.
 */
@NullMarked
package dev.ovsdb.testkit.junit;

import org.jspecify.annotations.NullMarked;
