/**
 * Where the tests of this module log to.
 *
 * <p>Layer: test code, below all other tests; loaded once, also by those that load the products' classes another time.
 */
@NullMarked
package dev.ovsdb.testkit.log;

import org.jspecify.annotations.NullMarked;
