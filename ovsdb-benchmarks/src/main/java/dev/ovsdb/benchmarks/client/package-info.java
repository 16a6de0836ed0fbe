/**
 * The client side by side with other projects' clients, against the same server in the same run.
 *
 * <p>Layer: end-to-end benchmarks. Every contender runs in a process of its own with the libraries that it was released
 * with; rounds are interleaved, so that a noisy minute hits all of them alike; what is compared is the median.
 */
@NullMarked
package dev.ovsdb.benchmarks.client;

import org.jspecify.annotations.NullMarked;
