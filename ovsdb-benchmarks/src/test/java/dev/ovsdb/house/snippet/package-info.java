/**
 * The Java examples of README and docs are compiled and run, against a real server where they talk to one.
 *
 * <p>Layer: tests above every module.
 */
@NullMarked
package dev.ovsdb.house.snippet;

import org.jspecify.annotations.NullMarked;
