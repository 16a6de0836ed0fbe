/** Programs as tests run them: ours in this process or in one of its own, and the reference's. */
package dev.ovsdb.cli.program;
