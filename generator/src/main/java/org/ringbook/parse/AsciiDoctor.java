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

/** The one Asciidoctor of a process, with the book's extensions. Not safe for several threads. */
final class AsciiDoctor {

  /** Held, or the setting would be lost: what it says, the problems say with a place. */
  private static final Logger OWN_LOG = Logger.getLogger("asciidoctor");

  private final Asciidoctor asciidoctor;
  private @Nullable ChapterSession session;

  AsciiDoctor() {
    OWN_LOG.setUseParentHandlers(false);
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
    if (message.getMessage().startsWith("id assigned to")) {
      return; // the check of the finished page knows both places
    }
    session.problems.addAll(LogMessage.of(message, session));
  }
}
