package org.ringbook.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * One run of the JDK's compiler, inside this JVM.
 *
 * @param diagnostics all that it said, in its order
 * @param sources the file that each class came from, by binary name
 */
record CompilerRun(
    List<Diagnostic<? extends JavaFileObject>> diagnostics, Map<String, Path> sources) {

  /** Flags of every run; they are part of what a cached proof depends on. */
  static final List<String> OPTIONS =
      List.of(
          "--release",
          "25",
          "-Xlint:all",
          "-proc:none",
          "-g",
          "-parameters",
          "-encoding",
          "UTF-8",
          "-Xmaxerrs",
          "10000",
          "-Xmaxwarns",
          "10000",
          "-Xdiags:verbose");

  /** Compiles files that need nothing but each other and the JDK. */
  static CompilerRun of(Collection<Path> files, Path classes) {
    return of(OPTIONS, files, classes);
  }

  /**
   * Compiles modules as modules, so that what they export, require and hide is checked too.
   *
   * @param sources folder of each module's sources, by the module's name
   */
  static CompilerRun ofModules(Map<String, Path> sources, Collection<Path> files, Path classes) {
    List<String> options = new ArrayList<>(OPTIONS);
    sources.forEach(
        (name, folder) -> options.addAll(List.of("--module-source-path", name + "=" + folder)));
    return of(options, files, classes);
  }

  private static CompilerRun of(List<String> options, Collection<Path> files, Path classes) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    if (javac == null) {
      throw new IllegalStateException("This Java has no compiler; run the build with a JDK");
    }
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        javac.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of());
      Outputs outputs = new Outputs(manager);
      javac
          .getTask(null, outputs, said, options, null, manager.getJavaFileObjectsFromPaths(files))
          .call();
      return new CompilerRun(said.getDiagnostics(), outputs.sources);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes which source each class comes from. */
  private static final class Outputs extends ForwardingJavaFileManager<JavaFileManager> {

    private final Map<String, Path> sources = new HashMap<>();

    Outputs(JavaFileManager manager) {
      super(manager);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling)
        throws IOException {
      URI source = sibling.toUri();
      sources.put(className, Path.of(source));
      return super.getJavaFileForOutput(location, className, kind, sibling);
    }
  }
}
