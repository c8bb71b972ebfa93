package org.ringbook.site;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Google's Java format. JBang's directives at the top of an example stay as they are: with a space
 * after the slashes they would be mere comments.
 */
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
    List<String> header = text.lines().takeWhile(line -> line.matches("//[A-Z]+ .*")).toList();
    String rest =
        text.lines().skip(header.size()).dropWhile(String::isBlank).collect(Collectors.joining("\n", "", "\n"));
    String formatted =
        (file.startsWith("snippets") ? SHOWN : OTHER)
            .formatSource(
            ImportOrderer.reorderImports(
                RemoveUnusedImports.removeUnusedImports(rest), JavaFormatterOptions.Style.GOOGLE));
    return header.isEmpty() ? formatted : String.join("\n", header) + "\n\n" + formatted;
  }
}
