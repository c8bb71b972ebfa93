package org.ringbook.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;

/**
 * Checks that a unit compiles on its own, too. In the batch every file sees every other; a reader
 * who runs an example has only what its {@code //SOURCES} name. The classes that a class file
 * refers to tell what it needs.
 */
final class SourceReach {

  private final BookPaths paths;
  private final Path classes;
  private final Map<String, Path> sourceOf;
  private final Map<Path, NavigableSet<Path>> needs = new HashMap<>();

  SourceReach(BookPaths paths, Path classes, Map<String, Path> sourceOf) {
    this.paths = paths;
    this.classes = classes;
    this.sourceOf = sourceOf;
  }

  void check(Collection<CompileUnit> units, Problems problems) {
    sourceOf.forEach(
        (type, source) ->
            needs.computeIfAbsent(source, _ -> new TreeSet<>()).addAll(referredTo(type)));
    units.forEach(unit -> check(unit, problems));
  }

  private void check(CompileUnit unit, Problems problems) {
    for (Path file : unit.files()) {
      for (Path needed : needs.getOrDefault(file, new TreeSet<>())) {
        if (!unit.files().contains(needed)) {
          problems.error(
              "source-not-listed",
              Place.of(paths.name(unit.owner())),
              file.getFileName() + " uses " + paths.name(needed) + ", which is not in //SOURCES",
              "add a line //SOURCES that takes it in");
        }
      }
    }
  }

  private Set<Path> referredTo(String type) {
    Path file = classes.resolve(type.replace('.', '/') + ".class");
    Set<Path> found = new TreeSet<>();
    try {
      for (var entry : ClassFile.of().parse(file).constantPool()) {
        if (entry instanceof ClassEntry named) {
          Path source = sourceOf.get(named.asInternalName().replace('/', '.'));
          if (source != null) {
            found.add(source);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
