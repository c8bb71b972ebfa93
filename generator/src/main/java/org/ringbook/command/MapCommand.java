package org.ringbook.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ringbook.build.BookFolders;
import org.ringbook.index.ApiNames;
import org.ringbook.search.apimap.ApiMap;
import org.ringbook.search.apimap.Os;
import org.ringbook.search.lookup.Answer;
import org.ringbook.search.lookup.AnswerJson;
import org.ringbook.search.lookup.Lookup;
import org.ringbook.search.lookup.Question;
import org.ringbook.search.lookup.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ringbook map}. */
@Command(
    name = "map",
    description = {
      "Says what a kernel name is called on other systems, and what bites.",
      "Takes whole names, parts, misspelt and invented ones, and the ids and titles of concepts."
    },
    mixinStandardHelpOptions = true,
    subcommands = MapVerifyCommand.class,
    footer = {
      "",
      "Examples:",
      "  ringbook map dma_map_single --to freebsd   one system's way",
      "  ringbook map bus_dmamap_load --to linux    and back",
      "  ringbook map napi_complete_done            all systems at once",
      "  ringbook map if_rss_set_key                a name that never existed, put right",
      "  ringbook map --json map_single             the same for programs",
      "  ringbook map verify --os linux --source /usr/src/linux",
      "",
      "Exit code: 0 the map knows or suggests something, 1 nothing, 2 wrong usage."
    })
final class MapCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init") // set by picocli
  private BookOption book;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "A kernel name, a part of one, or what you want to do.")
  private @Nullable List<String> words;

  @Option(
      names = "--from",
      paramLabel = "OS",
      converter = OsOption.class,
      completionCandidates = OsOption.Names.class,
      description = "Whose name it is: ${COMPLETION-CANDIDATES}.")
  private @Nullable Os from;

  @Option(
      names = "--to",
      paramLabel = "OS",
      converter = OsOption.class,
      completionCandidates = OsOption.Names.class,
      description = "Only this system's calls; by default those of all.")
  private @Nullable Os to;

  @Option(names = "--all", description = "All systems; this is the default.")
  private boolean all;

  @Option(names = "--json", description = "Print the answer as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Question question = question();
    BookFolders folders = book.folders();
    Answer answer = new Lookup(map(folders.apiMap())).ask(question);
    spec.commandLine()
        .getOut()
        .println(json ? json(question, answer) : text(question, answer, folders));
    return answer.status() == Status.NONE ? 1 : 0;
  }

  private Question question() {
    if (words == null) {
      throw new ParameterException(spec.commandLine(), "Which name? Such as: dma_map_single");
    }
    if (all && to != null) {
      throw new ParameterException(spec.commandLine(), "Either --all or --to, not both.");
    }
    return new Question(
        String.join(" ", words), Optional.ofNullable(from), Optional.ofNullable(to));
  }

  /** What is wrong with the data is the business of check; what can be read is used. */
  private static ApiMap map(Path folder) {
    return ApiNames.read(folder).map();
  }

  private static String json(Question question, Answer answer) throws IOException {
    return Json.write(json -> AnswerJson.write(json, question, answer, Integer.MAX_VALUE));
  }

  private static String text(Question question, Answer answer, BookFolders folders) {
    int width = Sheet.width(System.getenv().getOrDefault("COLUMNS", ""));
    return new AnswerText(question, answer, new WhereToRead(folders), Ink.here(), width).text();
  }
}
