package org.ringbook.mcp;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringbook.build.BookFolders;
import org.ringbook.index.ApiNames;
import org.ringbook.search.apimap.Os;
import org.ringbook.search.lookup.Answer;
import org.ringbook.search.lookup.AnswerJson;
import org.ringbook.search.lookup.Lookup;
import org.ringbook.search.lookup.Question;

/** {@code map_api}: what a kernel name is called elsewhere. Read from the book's data, unbuilt. */
final class MapTool implements Tool {

  /** Concepts of one answer; an agent asks for another by its id. */
  private static final int MOST = 5;

  private static final List<String> SYSTEMS = Stream.of(Os.values()).map(Os::key).toList();

  private final BookFolders folders;

  MapTool(BookFolders folders) {
    this.folders = folders;
  }

  @Override
  public String name() {
    return "map_api";
  }

  @Override
  public String description() {
    return "Looks a kernel function, macro, callback, flag or OID of an Ethernet driver up and"
        + " gives its counterparts on Linux, FreeBSD, NetBSD, illumos, Windows NDIS and an"
        + " RTOS: calls in order with their phase, who owns the buffer, in which context a"
        + " call may run, what bites, the header that declares each name, and names that do"
        + " not exist or mean something else. status falseFriend means: do not write this"
        + " name. status suggestion means: the name is unknown, and the concepts are"
        + " guesses. Parts, misspelt names, and a concept's id work too.";
  }

  @Override
  public Map<String, Object> schema() {
    return new Schema()
        .requiredText("name", Question.LONGEST, "A kernel name, a part of one, or a concept's id.")
        .choice("from", SYSTEMS, "The system whose name it is, where several have it.")
        .choice("to", SYSTEMS, "The system to write for; all systems where it is left out.")
        .build();
  }

  @Override
  public String call(Arguments arguments) throws Refusal, IOException {
    Question question =
        new Question(
            arguments.required("name"), system(arguments, "from"), system(arguments, "to"));
    Answer answer = new Lookup(ApiNames.read(folders.apiMap()).map()).ask(question);
    return JsonText.write(json -> AnswerJson.write(json, question, answer, MOST));
  }

  private static Optional<Os> system(Arguments arguments, String name) throws Refusal {
    Optional<String> key = arguments.text(name);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    Optional<Os> system = Os.of(key.get());
    if (system.isEmpty()) {
      throw new Refusal(name + " is one of " + String.join(", ", SYSTEMS) + ".");
    }
    return system;
  }
}
