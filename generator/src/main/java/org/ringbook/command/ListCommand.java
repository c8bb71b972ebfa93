package org.ringbook.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ringbook.build.BookFolders;
import org.ringbook.build.BuildSettings;
import org.ringbook.model.Problems;
import org.ringbook.parse.BookContents;
import org.ringbook.prove.Examples;
import org.ringbook.search.apimap.ApiMapReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ringbook list}. */
@Command(
    name = "list",
    description = "Lists what is in the handbook.",
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  ringbook list examples", "  ringbook list topics"})
final class ListCommand implements Callable<Integer> {

  /** What can be listed. */
  enum What {
    EXAMPLES,
    CHAPTERS,
    TOPICS,
    API;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init") // set by picocli
  private BookOption book;

  @Parameters(paramLabel = "WHAT", description = "One of: ${COMPLETION-CANDIDATES}.")
  private What what = What.EXAMPLES;

  @Override
  public Integer call() throws IOException {
    BookFolders folders = book.folders();
    PrintWriter out = spec.commandLine().getOut();
    switch (what) {
      case EXAMPLES -> examples(folders, out);
      case CHAPTERS -> contents(folders).chapters().forEach(c -> line(out, c.number(), c.title()));
      case TOPICS -> topics(contents(folders), out);
      case API -> api(folders.apiMap(), out);
    }
    return 0;
  }

  private static void line(PrintWriter out, String name, String text) {
    out.println("%-22s %s".formatted(name, text));
  }

  private static void examples(BookFolders folders, PrintWriter out) {
    var settings = Building.proving(BuildSettings.of(folders));
    new Examples(settings, new Problems()).all().forEach(e -> line(out, e.id(), e.description()));
  }

  private static BookContents contents(BookFolders folders) throws IOException {
    return BookContents.read(folders.volumes(), new Problems());
  }

  private static void topics(BookContents contents, PrintWriter out) {
    Map<String, String> covered = new HashMap<>();
    contents
        .chapters()
        .forEach(c -> c.topics().forEach(topic -> covered.putIfAbsent(topic, c.number())));
    contents
        .topics()
        .forEach(
            topic ->
                line(
                    out,
                    topic.id() + " " + covered.getOrDefault(topic.id(), "planned"),
                    topic.title()));
  }

  private static void api(Path folder, PrintWriter out) {
    ApiMapReader.read(folder).map().concepts().forEach(c -> line(out, c.id(), c.title()));
  }
}
