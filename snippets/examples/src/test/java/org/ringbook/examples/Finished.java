package org.ringbook.examples;

/**
 * What a process left behind.
 *
 * @param exitCode 0 to 255
 * @param output what it wrote to stdout, byte for byte
 * @param errors what it wrote to stderr
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
record Finished(int exitCode, byte[] output, String errors) {}
