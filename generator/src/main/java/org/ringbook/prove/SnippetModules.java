package org.ringbook.prove;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Java modules beside the example folders, each with its sources in {@code src/main/java}. */
final class SnippetModules {

  private static final Pattern NAME = Pattern.compile("\\bmodule\\s+([\\w.]+)\\s*\\{");
  private static final Pattern REQUIRES =
      Pattern.compile("\\brequires\\s+(?:(?:transitive|static)\\s+)*([\\w.]+)\\s*;");

  private final List<Module> modules;

  private SnippetModules(List<Module> modules) {
    this.modules = modules;
  }

  /** The modules that stand beside these folders. */
  static SnippetModules beside(Collection<Path> exampleFolders, BookPaths paths) {
    Set<Path> parents = exampleFolders.stream().map(Path::getParent).collect(Collectors.toSet());
    return new SnippetModules(
        parents.stream()
            .flatMap(SnippetModules::children)
            .map(folder -> folder.resolve("src/main/java"))
            .flatMap(sources -> paths.inside(sources).stream())
            .map(sources -> Module.read(sources, paths))
            .toList());
  }

  /** Every module that declares itself, each together with those that it requires. */
  List<CompileUnit> units() {
    return modules.stream().filter(Module::isDeclared).map(this::unit).toList();
  }

  /** Whether a source file is in a module that declares itself, and so is compiled. */
  boolean isCompiled(Path file) {
    return modules.stream().anyMatch(m -> m.isDeclared() && m.files.contains(file));
  }

  /** The module of this declaration, together with those that it requires: sources by name. */
  Map<String, Path> sourcesFor(Path declaration) {
    Set<Module> reached = new LinkedHashSet<>();
    modules.stream()
        .filter(module -> module.sources.resolve("module-info.java").equals(declaration))
        .forEach(module -> reach(module, reached));
    Map<String, Path> sources = new TreeMap<>();
    reached.forEach(module -> sources.put(module.name, module.sources));
    return sources;
  }

  /**
   * The source file that a class of this name must stand in; the outer class's for a nested one.
   */
  Optional<Path> sourceOf(String type) {
    for (String at = type; !at.isEmpty(); at = outer(at)) {
      String name = at.replace('.', '/') + ".java";
      Optional<Path> found =
          modules.stream()
              .map(module -> module.sources.resolve(name))
              .filter(path -> modules.stream().anyMatch(module -> module.files.contains(path)))
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static String outer(String type) {
    return type.substring(0, Math.max(0, Math.max(type.lastIndexOf('.'), type.lastIndexOf('$'))));
  }

  private CompileUnit unit(Module module) {
    Set<Module> reached = new LinkedHashSet<>();
    reach(module, reached);
    NavigableSet<Path> files = new TreeSet<>();
    reached.forEach(each -> files.addAll(each.files));
    return new CompileUnit(module.sources.resolve("module-info.java"), files);
  }

  private void reach(Module module, Set<Module> reached) {
    if (reached.add(module)) {
      modules.stream()
          .filter(other -> module.requires.contains(other.name))
          .forEach(other -> reach(other, reached));
    }
  }

  private static Stream<Path> children(Path folder) {
    return Folders.list(folder).stream().filter(Files::isDirectory);
  }

  private record Module(Path sources, String name, Set<String> requires, NavigableSet<Path> files) {

    boolean isDeclared() {
      return !name.equals(sources.toString());
    }

    static Module read(Path sources, BookPaths paths) {
      String declaration = declaration(sources);
      Matcher name = NAME.matcher(declaration);
      Set<String> requires =
          REQUIRES
              .matcher(declaration)
              .results()
              .map(found -> found.group(1))
              .collect(Collectors.toSet());
      NavigableSet<Path> files =
          Folders.walk(sources).stream()
              .filter(path -> path.toString().endsWith(".java"))
              .filter(path -> !path.endsWith("module-info.java"))
              .flatMap(path -> paths.inside(path).stream())
              .collect(Collectors.toCollection(TreeSet::new));
      return new Module(sources, name.find() ? name.group(1) : sources.toString(), requires, files);
    }

    private static String declaration(Path sources) {
      try {
        return Files.readString(sources.resolve("module-info.java"));
      } catch (IOException e) {
        // Without a declaration it is a module that requires nothing but the JDK.
        return "";
      }
    }
  }
}
