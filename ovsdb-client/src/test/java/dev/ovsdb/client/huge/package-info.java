/** Replies larger than the heap, in a JVM of their own. */
@NullMarked
package dev.ovsdb.client.huge;

import org.jspecify.annotations.NullMarked;
