/**
 * The load that every client under comparison carries, and the line in which it reports what it saw.
 *
 * <p>Layer: JDK only. The drivers of other projects' clients link these classes beside libraries of other versions, so
 * nothing here may name a class from outside the JDK.
 */
package dev.ovsdb.benchmarks.harness;
