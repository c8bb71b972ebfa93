package org.ringbook.search.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ringbook.search.document.SearchDocument;
import org.ringbook.search.index.SearchIndex;

/**
 * Writes an index as scripts that a browser searches with the same ranking; the package page says
 * what is in which file. A page needs only {@code <script src="…/search/engine.js">}; the engine
 * fetches the others when a query needs them.
 */
public final class BrowserExport {

  /** The folder of all exported files, relative to the site's root. */
  public static final String FOLDER = "search/";

  /** The engine: the one file that pages name. */
  public static final String ENGINE = FOLDER + "engine.js";

  /** What the engine fetches before the first query. */
  public static final String UP_FRONT = FOLDER + "index.js";

  private static final String ENGINE_SOURCE = "/org/ringbook/search/ringbook-search.js";

  private final SearchIndex index;
  private final SortedMap<String, byte[]> files = new TreeMap<>();

  private BrowserExport(SearchIndex index) {
    this.index = index;
  }

  /**
   * The files by their paths from the site's root, all in {@link #FOLDER}; for one index always the
   * same bytes.
   *
   * @throws IOException if the index cannot be read
   */
  public static SortedMap<String, byte[]> files(SearchIndex index) throws IOException {
    var export = new BrowserExport(index);
    export.write();
    return export.files;
  }

  private void write() throws IOException {
    List<SearchDocument> documents = documents();
    List<TermPostings> postings = Postings.of(index);
    TermShards terms = TermShards.of(postings);
    TextChunks texts = TextChunks.of(documents);
    SortedMap<Character, String> words = WordLists.of(postings);
    SortedMap<String, String> names = NameLists.of(documents);
    SortedMap<String, String> titles = TitleLists.of(documents);
    titles.forEach((start, list) -> add("titles-" + start, DataScript.quote(list)));
    names.forEach((start, list) -> add("names-" + start, DataScript.quote(list)));
    addNumbered("terms", terms.shards().stream().map(DataScript::quote).toList());
    addNumbered("text", texts.chunks());
    words.forEach((first, list) -> add("words-" + first, DataScript.quote(list)));
    Map<String, String> columns =
        new DocumentTable(documents, index.segment(), index::prior).columns();
    columns.put("terms", DocumentTable.lines(terms.starts()));
    columns.put("texts", DataScript.quote(Packed.steps(texts.firstDocs())));
    columns.put("words", DataScript.quote(firsts(words)));
    columns.put("names", DataScript.quote(Starts.grouped(names.keySet())));
    columns.put("titles", DataScript.quote(Starts.grouped(titles.keySet())));
    columns.put("version", DataScript.quote(version()));
    add("index", json(columns));
    files.put(ENGINE, engine());
  }

  private List<SearchDocument> documents() throws IOException {
    var documents = new ArrayList<SearchDocument>();
    for (int number = 0; number < index.size(); number++) {
      documents.add(index.document(number));
    }
    return documents;
  }

  private void addNumbered(String name, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      add(String.format(Locale.ROOT, "%s-%03d", name, i), values.get(i));
    }
  }

  private void add(String name, String json) {
    files.put(FOLDER + name + ".js", DataScript.of(name, json));
  }

  private static String firsts(SortedMap<Character, String> words) {
    return words.keySet().stream().map(String::valueOf).collect(Collectors.joining());
  }

  private static String json(Map<String, String> columns) {
    return columns.entrySet().stream()
        .map(column -> DataScript.quote(column.getKey()) + ":" + column.getValue())
        .collect(Collectors.joining(",\n", "{", "}"));
  }

  /** Part of the address of every shard: a cached shard of an older build would mislead. */
  private String version() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (name, bytes) -> {
            digest.update(name.getBytes(UTF_8));
            digest.update(bytes);
          });
      return HexFormat.of().formatHex(digest.digest(), 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] engine() throws IOException {
    try (InputStream source = BrowserExport.class.getResourceAsStream(ENGINE_SOURCE)) {
      return EngineScript.without(Objects.requireNonNull(source, ENGINE_SOURCE).readAllBytes());
    }
  }
}
