package org.ringbook.prove;

import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Set;

/**
 * What the compiler made.
 *
 * @param classes folder with the classes
 * @param files whose code is in it: compiled in this build, or unchanged since they were
 * @param stamp stands for all that went into it
 */
record Compiled(Path classes, Set<Path> files, String stamp) {

  boolean covers(NavigableSet<Path> closure) {
    return files.containsAll(closure);
  }
}
