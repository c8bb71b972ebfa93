package org.ringbook.prove;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import javax.tools.Diagnostic;

/**
 * Proves module declarations. The batch compiles classes on a class path, where no declaration
 * counts; so the modules of a declaration that a chapter shows are compiled once more, as modules.
 */
final class ModuleCompiler {

  private static final String DECLARATION = "module-info.java";

  private final Path workDir;
  private final SnippetModules modules;
  private final SourceDigests digests;

  ModuleCompiler(Path workDir, SnippetModules modules, SourceDigests digests) {
    this.workDir = workDir.resolve("modules");
    this.modules = modules;
    this.digests = digests;
  }

  /** Whether a file declares a module. */
  static boolean isDeclaration(Path file) {
    return file.endsWith(DECLARATION);
  }

  /** Whether the compiler takes the module as it is declared. */
  boolean takes(Path declaration) {
    Map<String, Path> sources = modules.sourcesFor(declaration);
    NavigableSet<Path> files = new TreeSet<>();
    sources
        .values()
        .forEach(
            folder ->
                Folders.walk(folder).stream()
                    .filter(file -> file.toString().endsWith(".java"))
                    .forEach(files::add));
    String stamp = digests.into(new Fingerprint().add(sources.toString()), files).hex();
    Path proof = workDir.resolve(Fingerprint.of(declaration.toString()) + ".proof");
    if (files.isEmpty() || (!stamp.equals(read(proof)) && !compiles(sources, files))) {
      return false;
    }
    Folders.write(proof, stamp);
    return true;
  }

  private static String read(Path proof) {
    try {
      return Files.readString(proof);
    } catch (IOException e) {
      return "";
    }
  }

  private boolean compiles(Map<String, Path> sources, NavigableSet<Path> files) {
    Path classes = workDir.resolve("classes");
    try {
      Files.createDirectories(classes);
    } catch (IOException e) {
      return false;
    }
    Folders.empty(classes);
    return CompilerRun.ofModules(sources, files, classes).diagnostics().stream()
        .noneMatch(said -> said.getKind() == Diagnostic.Kind.ERROR);
  }
}
