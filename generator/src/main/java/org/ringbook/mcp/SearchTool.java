package org.ringbook.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ringbook.build.BookFolders;
import org.ringbook.search.document.Kind;
import org.ringbook.search.index.SearchIndex;
import org.ringbook.search.query.Hit;
import org.ringbook.search.query.SearchRequest;
import org.ringbook.search.query.SearchResult;

/** {@code search_handbook}: sections, kernel calls, examples and terms of the built book. */
final class SearchTool implements Tool {

  private static final int LONGEST_QUERY = 200;
  private static final int LONGEST_VOLUME = 60;
  private static final int USUAL = 8;
  private static final int MOST = 20;

  private static final List<String> KINDS = Stream.of(Kind.values()).map(Kind::label).toList();

  private final BuiltBook book;

  SearchTool(BookFolders folders) {
    this.book = new BuiltBook(folders);
  }

  @Override
  public String name() {
    return "search_handbook";
  }

  @Override
  public String description() {
    return "Searches the driver handbook and gives titles, addresses and excerpts, best first. Use"
        + " it for questions about how NICs and drivers work (rings, DMA, interrupts, offloads,"
        + " locking), then read_section with the url of a hit.";
  }

  @Override
  public Map<String, Object> schema() {
    return new Schema()
        .requiredText("query", LONGEST_QUERY, "Words, or names and parts of names.")
        .choices("kinds", KINDS, "Only these kinds; all where it is left out.")
        .text("volume", LONGEST_VOLUME, "Only this volume, as an earlier hit named it.")
        .number("limit", 1, MOST, "At most so many hits; 8 where it is left out.")
        .build();
  }

  @Override
  public String call(Arguments arguments) throws Refusal, IOException {
    String query = arguments.required("query");
    Set<Kind> kinds = kinds(arguments.texts("kinds"));
    Optional<String> volume = arguments.text("volume");
    int limit = arguments.number("limit", 1, MOST, USUAL);
    try (SearchIndex index = book.index()) {
      // The volume is filtered here, so all hits are asked for where one is given.
      int asked = volume.isPresent() ? index.size() : limit;
      SearchResult result = index.search(new SearchRequest(query, kinds, asked));
      List<Hit> hits =
          result.hits().stream()
              .filter(hit -> volume.filter(it -> !isIn(it, hit)).isEmpty())
              .limit(limit)
              .toList();
      return JsonText.write(json -> write(json, result, hits));
    }
  }

  private static boolean isIn(String volume, Hit hit) {
    return hit.document().volume().equalsIgnoreCase(volume.strip());
  }

  private static Set<Kind> kinds(List<String> labels) throws Refusal {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (String label : labels) {
      kinds.add(
          Stream.of(Kind.values())
              .filter(kind -> kind.label().equals(label))
              .findFirst()
              .orElseThrow(() -> new Refusal("kinds are: " + String.join(", ", KINDS) + ".")));
    }
    return kinds;
  }

  private static void write(JsonGenerator json, SearchResult result, List<Hit> hits)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("query", result.query());
    json.writeArrayFieldStart("hits");
    for (Hit hit : hits) {
      json.writeStartObject();
      json.writeStringField("kind", hit.document().kind().label());
      json.writeStringField("title", hit.document().title());
      json.writeStringField("url", hit.document().url());
      json.writeStringField("volume", hit.document().volume());
      json.writeStringField("in", hit.document().breadcrumb());
      json.writeStringField("excerpt", hit.excerpt().text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
