package org.ringbook.adapters.host;

/**
 * What is not given back. After a detach all must be 0.
 *
 * @param buffers of the kernel, allocated and not freed
 * @param mappings made and not undone
 * @param packets of the core that are in use
 * @param other everything else that the kernel lent: vectors, tasks, tags, maps,
 *     locks
 */
public record Leaks(int buffers, int mappings, int packets, int other) {
  /** Nothing leaked. */
  public static final Leaks NONE = new Leaks(0, 0, 0, 0);
}
