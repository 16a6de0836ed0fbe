/**
 * {@code ovsdb demo}: the main job on real input, told step by step.
 *
 * <p>Layer: beside the other subcommands; a user of the public API like any other, and so an example of it. Each step checks
 * what it shows: a step that does not come out as told ends the demonstration with a status other than 0.
 */
@NullMarked
package dev.ovsdb.cli.demo;

import org.jspecify.annotations.NullMarked;
