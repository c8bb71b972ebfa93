package org.ringbook.prove;

import java.nio.file.Path;
import java.util.NavigableSet;

/**
 * Files that need nothing but each other and the JDK: an example with its sources, or a module with
 * those that it requires.
 *
 * @param owner the file to name where something is missing
 * @param files real paths
 */
record CompileUnit(Path owner, NavigableSet<Path> files) {}
