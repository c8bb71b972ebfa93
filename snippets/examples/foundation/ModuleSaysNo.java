//JAVA 25+
//DESCRIPTION Compiles a core that requires nothing, with four different imports.

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

void main() throws IOException {
  check("java.lang.foreign.MemorySegment");
  check("java.util.logging.Logger");
  check("java.net.http.HttpClient");
  check("java.net.Socket");
}

// tag::check[]
/** Checks a module of two files that differs in one import only. */
void check(String imported) throws IOException {
  String name = imported.substring(imported.lastIndexOf('.') + 1);
  List<Source> files =
      List.of(
          new Source("module-info", "module core { exports core.ring; }"),
          new Source(
              "core/ring/Ring",
              """
              package core.ring;
              import %s;
              public class Ring { %s leak; }
              """
                  .formatted(imported, name)));
  IO.println(name + ": " + verdict(files));
}
// end::check[]

String verdict(List<Source> files) throws IOException {
  DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
  JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  List<String> options = List.of("--release", "25", "-proc:none");
  JavacTask task =
      (JavacTask) compiler.getTask(null, null, found, options, null, files);
  task.analyze();
  for (Diagnostic<? extends JavaFileObject> error : found.getDiagnostics()) {
    String text = error.getMessage(Locale.ROOT).replaceAll("\\s*\\R\\s*", "\n  ");
    return "refused in line " + error.getLineNumber() + "\n  " + text;
  }
  return "accepted";
}

/** A source file that is only a text. */
static final class Source extends SimpleJavaFileObject {
  private final String text;

  Source(String name, String text) {
    super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
