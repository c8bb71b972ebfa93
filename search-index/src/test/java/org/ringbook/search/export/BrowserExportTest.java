package org.ringbook.search.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringbook.search.document.SearchDocument;
import org.ringbook.search.index.SearchIndex;

class BrowserExportTest {

  private final Path dir;

  BrowserExportTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void theOrderOfTheDocumentsDoesNotMatter() throws IOException {
    var shuffled = new ArrayList<>(Corpus.ofSize(300));
    Collections.shuffle(shuffled, new Random(7));
    SortedMap<String, byte[]> one = export("one", Corpus.ofSize(300));
    SortedMap<String, byte[]> other = export("other", shuffled);
    assertEquals(one.keySet(), other.keySet());
    one.forEach((name, bytes) -> assertArrayEquals(bytes, other.get(name), name));
  }

  @Test
  void everyFileButTheEngineIsOneCallWithData() throws IOException {
    for (Map.Entry<String, byte[]> file : export("site", Corpus.ofSize(50)).entrySet()) {
      if (!file.getKey().equals(BrowserExport.ENGINE)) {
        String name = file.getKey().replaceAll("^search/|\\.js$", "");
        String script = new String(file.getValue(), UTF_8);
        assertTrue(script.startsWith("RingbookSearch.add(\"" + name + "\","), file::getKey);
        assertTrue(script.endsWith(");\n"), file::getKey);
      }
    }
  }

  @Test
  void theEngineLivesUnderAStrictContentSecurityPolicy() throws IOException {
    byte[] engine = export("site", Corpus.ofSize(8)).get(BrowserExport.ENGINE);
    String source = new String(engine == null ? new byte[0] : engine, UTF_8);
    assertTrue(source.contains("RingbookSearch"));
    for (String forbidden :
        List.of("eval(", "new Function", "innerHTML", "document.write", "fetch(")) {
      assertFalse(source.contains(forbidden), forbidden);
    }
  }

  @Test
  void anotherTextIsAnotherVersion() throws IOException {
    String one = upFront(export("one", Corpus.ofSize(20)));
    String other = upFront(export("other", Corpus.ofSize(21)));
    assertFalse(version(one).equals(version(other)));
  }

  @Test
  void twelveHundredDocumentsStaySmall() throws IOException {
    var sizes = Sizes.of(export("site", Corpus.ofSize(1_200)));
    assertTrue(sizes.upFront() <= 20_000, sizes::toString);
    assertTrue(sizes.largest("terms-") <= 6_000, sizes::toString);
    assertTrue(sizes.largest("text-") <= 4_000, sizes::toString);
    assertTrue(sizes.largest("words-") <= 8_000, sizes::toString);
  }

  private static String upFront(Map<String, byte[]> files) {
    return new String(files.getOrDefault(BrowserExport.UP_FRONT, new byte[0]), UTF_8);
  }

  private static String version(String upFront) {
    return upFront.substring(upFront.indexOf("\"version\":"));
  }

  private SortedMap<String, byte[]> export(String folder, List<SearchDocument> documents)
      throws IOException {
    SearchIndex.build(documents, dir.resolve(folder));
    try (var index = SearchIndex.open(dir.resolve(folder))) {
      return BrowserExport.files(index);
    }
  }
}
