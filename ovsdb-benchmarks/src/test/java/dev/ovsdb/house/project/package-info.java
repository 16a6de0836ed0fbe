/**
 * Projects of new users, made from what the pages tell them to write, and built by Maven with what this build has made.
 *
 * <p>Layer: tests above every module.
 */
@NullMarked
package dev.ovsdb.house.project;

import org.jspecify.annotations.NullMarked;
