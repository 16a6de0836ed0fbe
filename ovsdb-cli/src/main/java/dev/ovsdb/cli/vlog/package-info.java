/**
 * The log as Open vSwitch's users know it: modules, levels for each destination, patterns, a file that can be opened anew;
 * and the SLF4J provider through which all libraries of this program write to it.
 *
 * <p>Layer: knows nothing of OVSDB. One {@link dev.ovsdb.cli.vlog.Vlog} is the process's; all are thread-safe.
 */
@NullMarked
package dev.ovsdb.cli.vlog;

import org.jspecify.annotations.NullMarked;
