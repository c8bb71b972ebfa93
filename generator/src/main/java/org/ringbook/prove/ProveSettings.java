package org.ringbook.prove;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the stage may use, and its bounds.
 *
 * @param root the book's folder; no file outside it is read
 * @param exampleFolders folders whose subfolders hold the examples, one subfolder a volume; the
 *     Java modules that they use stand beside them
 * @param workDir for classes, cached outputs and the workers' empty folders; made when missing
 * @param javaHome of the JDK that runs the examples
 * @param accept whether to record outputs that are new or changed, rather than to report them
 * @param workers JVMs that run examples at the same time, at least 1
 * @param timeout of one run
 * @param maxOutputBytes that one run may print
 * @param workerHeap most heap of one worker, as {@code -Xmx} takes it
 * @param proofs for listings that aren't Java, asked in order
 */
public record ProveSettings(
    Path root,
    List<Path> exampleFolders,
    Path workDir,
    Path javaHome,
    boolean accept,
    int workers,
    Duration timeout,
    long maxOutputBytes,
    String workerHeap,
    List<ListingProof> proofs) {

  public ProveSettings {
    if (workers < 1) {
      throw new IllegalArgumentException("needs a worker at least, not " + workers);
    }
    root = root.toAbsolutePath().normalize();
    exampleFolders = exampleFolders.stream().map(root::resolve).toList();
    workDir = root.resolve(workDir);
    proofs = List.copyOf(proofs);
  }

  /**
   * A worker for each core, thirty seconds and a megabyte of output for each run, 256 MB of heap,
   * the running JDK.
   */
  public static ProveSettings of(Path root, Path exampleFolder, Path workDir) {
    return new ProveSettings(
        root,
        List.of(exampleFolder),
        workDir,
        Path.of(System.getProperty("java.home")),
        false,
        Math.max(1, Runtime.getRuntime().availableProcessors()),
        Duration.ofSeconds(30),
        1 << 20,
        "256m",
        List.of());
  }

  /** The same settings, but with outputs recorded or not. */
  public ProveSettings accepting(boolean yes) {
    return new ProveSettings(
        root,
        exampleFolders,
        workDir,
        javaHome,
        yes,
        workers,
        timeout,
        maxOutputBytes,
        workerHeap,
        proofs);
  }

  /** The same settings with these proofs for listings that aren't Java. */
  public ProveSettings proving(List<ListingProof> others) {
    return new ProveSettings(
        root,
        exampleFolders,
        workDir,
        javaHome,
        accept,
        workers,
        timeout,
        maxOutputBytes,
        workerHeap,
        others);
  }

  /** The same settings with another time-out of a run. */
  public ProveSettings within(Duration time) {
    return new ProveSettings(
        root,
        exampleFolders,
        workDir,
        javaHome,
        accept,
        workers,
        time,
        maxOutputBytes,
        workerHeap,
        proofs);
  }
}
