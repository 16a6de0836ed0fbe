/**
 * What holds for the whole house, checked where all modules are visible: arrows between modules, the determinism seam,
 * package rules, versions, and the examples of the documentation.
 *
 * <p>Layer: tests above every module.
 */
@NullMarked
package dev.ovsdb.house;

import org.jspecify.annotations.NullMarked;
