package org.ringbook.prove;

import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;

/** The content of source files as digests; within one build each file is read once. */
final class SourceDigests {

  private final BookPaths paths;
  private final Map<Path, String> digests = new ConcurrentHashMap<>();

  SourceDigests(BookPaths paths) {
    this.paths = paths;
  }

  /** Adds names and contents of the files to a fingerprint. */
  Fingerprint into(Fingerprint fingerprint, NavigableSet<Path> files) {
    for (Path file : files) {
      fingerprint.add(paths.name(file)).add(digests.computeIfAbsent(file, Fingerprint::of));
    }
    return fingerprint;
  }
}
