/**
 * Client, replica and server of this project in one thread: a seed decides which of all that could happen next does happen. Time,
 * event loops, executors, network and disk are the simulation's own; what runs on them is the products' code as it is.
 *
 * <p>Layer: test code, above all modules. Nothing here reads the machine's clock, starts a thread or opens a socket, but {@link
 * dev.ovsdb.testkit.simulation.SimulationRun}, which measures, and {@link dev.ovsdb.testkit.simulation.PatchedClasses}, which
 * compiles. All state of a run belongs to its {@link dev.ovsdb.testkit.simulation.Simulation}, so the same seed gives the same run.
 */
@NullMarked
package dev.ovsdb.testkit.simulation;

import org.jspecify.annotations.NullMarked;
