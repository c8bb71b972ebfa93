/**
 * Measurements of the data plane. Each benchmark has a counterpart that does the
 * same work: the C file of the same name in {@code snippets/benchmarks/c}, or a
 * queue of another library. {@code snippets/benchmarks/compare.sh} runs both sides
 * in turn and prints the ratio.
 *
 * <p>The device is simulated in every case: a loop that writes descriptors back. No
 * figure here says what a real NIC would do behind a real bus.
 */
package org.ringbook.benchmarks;
