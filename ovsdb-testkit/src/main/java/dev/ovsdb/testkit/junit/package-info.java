/** JUnit's side of the test kit: what a test class writes above itself to get servers, or to be skipped without them. */
@NullMarked
package dev.ovsdb.testkit.junit;

import org.jspecify.annotations.NullMarked;
