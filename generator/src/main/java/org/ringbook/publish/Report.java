package org.ringbook.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;

/**
 * What a build counted: {@code report.json} of the site. The same book gives the same bytes.
 *
 * @param problems of the build; a published site has none
 * @param pages of HTML
 * @param listings blocks of source code in chapters, and how many are proven
 * @param examples runnable examples, and how many are proven
 * @param links within the site, how many are broken, and how many lead to other sites
 * @param topics everything the handbook promises
 * @param api what the map of kernel calls holds
 * @param search size of the index
 */
public record Report(
    int problems,
    int pages,
    Share listings,
    Share examples,
    Links links,
    Topics topics,
    Api api,
    Search search) {

  /** A total and the part of it that is proven. */
  public record Share(int total, int proven) {}

  /** Links and where they lead. */
  public record Links(int checked, int broken, int external) {}

  /** Topics by whether a chapter covers them. */
  public record Topics(int total, List<String> covered, List<String> planned) {
    public Topics {
      covered = List.copyOf(covered);
      planned = List.copyOf(planned);
    }
  }

  /**
   * The map of kernel calls.
   *
   * @param concepts entries of the map
   * @param falseFriends names that mislead, over all entries
   * @param names distinct names and flags that have evidence, by system
   * @param withoutEvidence names that have none; a published site has none of these
   */
  public record Api(
      int concepts, int falseFriends, SortedMap<String, Integer> names, int withoutEvidence) {}

  /** The search index; bytes as the browser loads them, before compression. */
  public record Search(int documents, int bytesUpFront, int bytesTotal) {}

  /** As JSON, with a line feed at its end. */
  public byte[] json() {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      var indenter = new DefaultIndenter("  ", "\n");
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
      write(json);
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("problems", problems);
    json.writeNumberField("pages", pages);
    share(json, "listings", listings);
    share(json, "examples", examples);
    json.writeObjectFieldStart("links");
    json.writeNumberField("checked", links.checked());
    json.writeNumberField("broken", links.broken());
    json.writeNumberField("external", links.external());
    json.writeEndObject();
    json.writeObjectFieldStart("topics");
    json.writeNumberField("total", topics.total());
    names(json, "covered", topics.covered());
    names(json, "planned", topics.planned());
    json.writeEndObject();
    api(json);
    json.writeObjectFieldStart("search");
    json.writeNumberField("documents", search.documents());
    json.writeNumberField("bytesUpFront", search.bytesUpFront());
    json.writeNumberField("bytesTotal", search.bytesTotal());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void api(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("api");
    json.writeNumberField("concepts", api.concepts());
    json.writeNumberField("falseFriends", api.falseFriends());
    json.writeObjectFieldStart("names");
    for (var os : api.names().entrySet()) {
      json.writeNumberField(os.getKey(), os.getValue());
    }
    json.writeEndObject();
    json.writeNumberField("withoutEvidence", api.withoutEvidence());
    json.writeEndObject();
  }

  private static void share(JsonGenerator json, String name, Share share) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("total", share.total());
    json.writeNumberField("proven", share.proven());
    json.writeEndObject();
  }

  private static void names(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
