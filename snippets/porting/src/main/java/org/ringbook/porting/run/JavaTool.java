package org.ringbook.porting.run;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles a run's Java files and runs their tests: the tools that a phase works
 * with.
 *
 * @param sources folder of the files; the classes go there too
 * @param classPath what they are compiled against
 */
public record JavaTool(Path sources, Path classPath) {

  /**
   * Compiles some files with all warnings on.
   *
   * @return what the compiler said, a line each; empty if it accepts them
   */
  public List<String> compile(List<String> names) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    String into = sources.toString();
    List<String> options =
        List.of("-Xlint:all", "-proc:none", "-d", into, "-cp", classPath.toString());
    try (var files = javac.getStandardFileManager(said, Locale.ROOT, null)) {
      List<Path> paths = names.stream().map(sources::resolve).toList();
      var units = files.getJavaFileObjectsFromPaths(paths);
      javac.getTask(new StringWriter(), files, said, options, null, units).call();
    }
    return said.getDiagnostics().stream().map(JavaTool::line).toList();
  }

  private static String line(Diagnostic<? extends JavaFileObject> said) {
    String text = said.getMessage(Locale.ROOT).replaceAll("\\s*\\R\\s*", "; ");
    return "line %d: %s".formatted(said.getLineNumber(), text.replaceAll(" +", " "));
  }

  /**
   * Runs the public static methods of a compiled class, each as a test.
   *
   * @return what each showed: {@link RunState#PASSED}, or what it threw
   */
  public SortedMap<String, String> test(String type) throws IOException {
    ClassLoader own = JavaTool.class.getClassLoader();
    try (var loader = new URLClassLoader(new URL[] {sources.toUri().toURL()}, own)) {
      SortedMap<String, String> results = new TreeMap<>();
      for (Method test : tests(loader.loadClass(type))) {
        results.put(test.getName(), result(test));
      }
      return results;
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("not compiled: " + type, e);
    }
  }

  private static List<Method> tests(Class<?> type) {
    List<Method> found = new ArrayList<>(List.of(type.getDeclaredMethods()));
    int test = Modifier.PUBLIC | Modifier.STATIC;
    found.removeIf(method -> (method.getModifiers() & test) != test);
    return found;
  }

  private static String result(Method test) {
    try {
      test.setAccessible(true); // a test class need not be public
      test.invoke(null);
      return RunState.PASSED;
    } catch (InvocationTargetException failed) {
      Throwable why = failed.getCause();
      return why.getClass().getSimpleName() + ": " + why.getMessage();
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(test + " can't be called", e);
    }
  }
}
