/**
 * The scripts at the root, run with a make-believe JDK and a make-believe Maven.
 *
 * <p>Layer: tests above every module.
 */
@NullMarked
package dev.ovsdb.house.launcher;

import org.jspecify.annotations.NullMarked;
