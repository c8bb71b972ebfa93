package org.ringbook.parse;

import java.nio.file.Path;
import java.util.logging.Logger;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.ast.Document;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;
import org.jspecify.annotations.Nullable;
import org.ringbook.model.Place;
import org.ringbook.model.Problem;

/** The one Asciidoctor of a process, with the book's extensions. Not safe for several threads. */
final class AsciiDoctor {

  /** Asciidoctor also prints what it hands to our handler; held here, for loggers are weak. */
  private static final Logger PRINTER = Logger.getLogger("asciidoctor");

  static {
    PRINTER.setUseParentHandlers(false);
  }

  private final Asciidoctor asciidoctor;
  private @Nullable ChapterSession session;

  AsciiDoctor() {
    asciidoctor = Asciidoctor.Factory.create();
    asciidoctor.javaExtensionRegistry().includeProcessor(new BookIncludes(this::current));
    RequestMacros.register(asciidoctor.javaExtensionRegistry(), this::current);
    asciidoctor.registerLogHandler(this::log);
  }

  /** Reads one chapter; what the extensions found is in the session afterwards. */
  Document load(String text, ChapterSession chapter, Attributes attributes) {
    session = chapter;
    Path folder = chapter.file.getParent();
    return asciidoctor.load(
        text,
        Options.builder()
            .safe(SafeMode.SERVER)
            .baseDir((folder == null ? chapter.root.path() : folder).toFile())
            .option("sourcemap", true)
            .standalone(false)
            .backend("html5")
            .attributes(attributes)
            .build());
  }

  private ChapterSession current() {
    if (session == null) {
      throw new IllegalStateException("no chapter is being read");
    }
    return session;
  }

  private void log(LogRecord message) {
    if (message.getSeverity().compareTo(Severity.WARN) < 0 || session == null) {
      return;
    }
    var cursor = message.getCursor();
    Place place = session.place(cursor == null ? 0 : cursor.getLineNumber());
    session.problems.add(
        Problem.error("asciidoc", place, sentence(message.getMessage()), hint(message)));
  }

  private static String sentence(String message) {
    return message.replace('\n', ' ').strip();
  }

  private static String hint(LogRecord message) {
    return message.getMessage().startsWith("id assigned")
        ? "Give one of the two blocks another id."
        : "";
  }
}
