package org.ringbook.site;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Google's Java format. */
final class HouseFormat {

  /** Shown code is narrower than the format; its Javadoc is wrapped by hand. */
  private static final Formatter SHOWN =
      new Formatter(JavaFormatterOptions.builder().formatJavadoc(false).build());

  private static final Formatter OTHER = new Formatter();

  private HouseFormat() {}

  /** Formats every file that isn't yet. */
  public static void main(String[] arguments) throws IOException, FormatterException {
    for (Path file : Repository.files(".java")) {
      String text = Repository.read(file);
      String formatted = of(file, text);
      if (!formatted.equals(text)) {
        Files.writeString(Repository.ROOT.resolve(file), formatted);
      }
    }
  }

  static String of(Path file, String text) throws FormatterException {
    if (isCompact(file) || isFixture(file)) {
      return text;
    }
    Formatter formatter = file.startsWith("snippets") ? SHOWN : OTHER;
    return formatter.formatSource(
        ImportOrderer.reorderImports(
            RemoveUnusedImports.removeUnusedImports(text), JavaFormatterOptions.Style.GOOGLE));
  }

  /** The formatter refuses compact source files (JEP 512); examples are laid out by hand. */
  private static boolean isCompact(Path file) {
    String name = file.toString();
    return name.contains("snippets/examples/") && !name.contains("src/test/java/");
  }

  /** Bad books for the tests hold what they hold, Java that is none included. */
  private static boolean isFixture(Path file) {
    return file.toString().contains("src/test/resources/");
  }
}
