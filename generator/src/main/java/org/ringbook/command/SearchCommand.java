package org.ringbook.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ringbook.search.document.Kind;
import org.ringbook.search.index.SearchIndex;
import org.ringbook.search.query.Hit;
import org.ringbook.search.query.SearchRequest;
import org.ringbook.search.query.SearchResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ringbook search}. */
@Command(
    name = "search",
    description = "Searches the built handbook.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ringbook search descriptor done",
      "  ringbook search --kind example ring",
      "  ringbook search --volume foundation doorbell",
      "  ringbook search --json dma_map"
    })
final class SearchCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init") // set by picocli
  private BookOption book;

  @Parameters(paramLabel = "QUERY", arity = "1..*", description = "Words or parts of names.")
  private List<String> words = List.of();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      description = "Only these kinds: ${COMPLETION-CANDIDATES}.")
  private Set<Kind> kinds = EnumSet.noneOf(Kind.class);

  @Option(
      names = "--volume",
      paramLabel = "VOLUME",
      split = ",",
      description = "Only these volumes, such as foundation; examples and calls are in none.")
  private Set<String> volumes = Set.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many hits (default: ${DEFAULT-VALUE}).")
  private int limit = 10;

  @Option(names = "--json", description = "Print the hits as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (limit < 0) {
      throw new ParameterException(spec.commandLine(), "--limit is 0 or more, not " + limit);
    }
    Path folder = book.folders().index();
    long start = System.nanoTime();
    try (SearchIndex index = SearchIndex.open(folder)) {
      SearchResult result =
          index.search(new SearchRequest(String.join(" ", words), kinds, volumes, limit));
      long millis = (System.nanoTime() - start) / 1_000_000;
      spec.commandLine().getOut().println(json ? json(result, millis) : text(result));
      return 0;
    } catch (NoSuchFileException e) {
      spec.commandLine().getErr().println("There is no search index yet: run ringbook build.");
      return 1;
    }
  }

  private static String text(SearchResult result) {
    if (result.hits().isEmpty()) {
      return "Nothing found for: " + result.query();
    }
    StringBuilder text = new StringBuilder();
    for (Hit hit : result.hits()) {
      text.append(
          "%2d  %s  [%s]%n    %s%n    %s%n"
              .formatted(
                  hit.rank(),
                  hit.document().title(),
                  hit.document().kind().label(),
                  hit.document().url(),
                  hit.excerpt().text()));
    }
    return text.append("%d found".formatted(result.total())).toString();
  }

  private static String json(SearchResult result, long millis) throws IOException {
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeStringField("query", result.query());
          json.writeNumberField("total", result.total());
          json.writeNumberField("millis", millis);
          json.writeArrayFieldStart("hits");
          for (Hit hit : result.hits()) {
            hit(json, hit);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void hit(JsonGenerator json, Hit hit) throws IOException {
    json.writeStartObject();
    json.writeNumberField("rank", hit.rank());
    json.writeNumberField("score", hit.score());
    json.writeStringField("tier", hit.tier().label());
    json.writeStringField("kind", hit.document().kind().label());
    json.writeStringField("title", hit.document().title());
    json.writeStringField("url", hit.document().url());
    json.writeStringField("key", hit.document().key());
    json.writeArrayFieldStart("topics");
    for (String topic : hit.document().topics()) {
      json.writeString(topic);
    }
    json.writeEndArray();
    json.writeStringField("excerpt", hit.excerpt().text());
    json.writeEndObject();
  }
}
