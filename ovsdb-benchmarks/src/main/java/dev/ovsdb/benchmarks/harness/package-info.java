/**
 * What comparisons share: the load that every client carries, the processes that carry it, and the lines and tables in which figures
 * are told.
 *
 * <p>Layer: JDK only. The drivers of other projects' clients link these classes beside libraries of other versions, so
 * nothing here may name a class from outside the JDK.
 */
package dev.ovsdb.benchmarks.harness;
