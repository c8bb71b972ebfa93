package org.ringbook.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.InflaterInputStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The site as the build left it: what its report says, and that building again gives the same. */
class PublishedSiteTest {

  /** What this edition of the handbook promises and keeps. */
  private static final List<String> COVERED =
      Stream.of(
              "P-01 P-02 P-03 P-04 P-05 P-06 P-07 P-08",
              "1-01 1-02 1-03 1-04 1-05 1-06",
              "1-11 1-12 1-13")
          .flatMap(line -> Stream.of(line.split(" ")))
          .toList();

  @Test
  void buildingAgainGivesTheSameBytes() throws IOException, InterruptedException {
    SortedMap<String, byte[]> first = BuiltSite.files();
    Path second = Repository.ROOT.resolve("site/target/second-site");
    var build =
        JavaProcess.ringbook(
            "build", "--always", "--out", second.toString(), "--book", Repository.ROOT.toString());
    assertEquals(0, build.exitCode(), build.errors() + build.output());
    SortedMap<String, byte[]> again = BuiltSite.files(second);
    assertEquals(first.keySet(), again.keySet());
    first.forEach((path, bytes) -> assertArrayEquals(bytes, again.get(path), path));
  }

  @Test
  void everythingShownIsProven() throws IOException {
    JsonNode report = report();
    assertEquals(0, report.at("/problems").asInt(-1));
    assertEquals(0, report.at("/links/broken").asInt(-1));
    assertTrue(report.at("/links/checked").asInt() > 1000);
    for (String what : List.of("listings", "examples")) {
      int total = report.at("/" + what + "/total").asInt();
      assertTrue(total > 20, what + " " + total);
      assertEquals(total, report.at("/" + what + "/proven").asInt(), what);
    }
    assertEquals(0, report.at("/api/withoutEvidence").asInt(-1));
    assertEquals(BuiltSite.pages().size(), report.at("/pages").asInt());
  }

  @Test
  void theReportNamesEveryTopicOnce() throws IOException {
    JsonNode topics = report().at("/topics");
    List<String> covered = texts(topics.at("/covered"));
    List<String> planned = texts(topics.at("/planned"));
    assertTrue(covered.containsAll(COVERED), covered.toString());
    assertEquals(topics.at("/total").asInt(), covered.size() + planned.size());
    assertEquals(
        topics.at("/total").asLong(),
        Stream.concat(covered.stream(), planned.stream()).distinct().count());
  }

  @Test
  void everyCoveredTopicLeadsToItsChapter() throws IOException {
    var page = BuiltSite.page("topics.html");
    for (String topic : texts(report().at("/topics/covered"))) {
      Element row = page.getElementById("topic-" + topic);
      assertTrue(row != null && !row.select(".where a[href]").isEmpty(), topic);
    }
    for (String topic : texts(report().at("/topics/planned"))) {
      Element row = page.getElementById("topic-" + topic);
      assertTrue(row != null && row.select(".where a").isEmpty(), topic);
    }
  }

  @Test
  void theReportCountsWhatABrowserLoadsToSearch() throws IOException {
    JsonNode search = report().at("/search");
    SortedMap<String, byte[]> files = BuiltSite.files();
    int total =
        files.entrySet().stream()
            .filter(file -> file.getKey().startsWith("search/"))
            .mapToInt(file -> file.getValue().length)
            .sum();
    assertEquals(total, search.at("/bytesTotal").asInt());
    int upFront = search.at("/bytesUpFront").asInt();
    assertTrue(upFront > 0 && upFront < 100_000, "bytes up front: " + upFront);
    assertTrue(search.at("/documents").asInt() > 200);
  }

  @Test
  void theReportCountsTheMapOfKernelCalls() throws IOException {
    JsonNode api = report().at("/api");
    JsonNode map = new ObjectMapper().readTree(BuiltSite.text("api-map.json"));
    assertEquals(map.at("/concepts").size(), api.at("/concepts").asInt());
    int friends = 0;
    for (JsonNode concept : map.at("/concepts")) {
      friends += concept.at("/falseFriends").size();
    }
    assertEquals(friends, api.at("/falseFriends").asInt());
    for (JsonNode system : map.at("/systems")) {
      String os = system.at("/id").asText();
      Set<String> names = new TreeSet<>();
      for (JsonNode concept : map.at("/concepts")) {
        concept.at("/os/" + os + "/evidence").forEach(line -> names.add(line.at("/name").asText()));
      }
      assertEquals(names.size(), api.at("/names/" + os).asInt(-1), os);
    }
  }

  @Test
  void theInventoryNamesEveryNameOfTheMap() throws IOException {
    byte[] file = BuiltSite.files().get("symbols.inv");
    int start = 0;
    for (int line = 0; line < 4; start++) {
      line += file[start] == '\n' ? 1 : 0;
    }
    var zlib = new InflaterInputStream(new ByteArrayInputStream(file, start, file.length - start));
    String text = new String(zlib.readAllBytes(), StandardCharsets.UTF_8);
    Set<String> listed =
        text.lines().map(line -> line.split(" ", 2)[0]).collect(Collectors.toSet());
    JsonNode map = new ObjectMapper().readTree(BuiltSite.text("api-map.json"));
    Set<String> names = new TreeSet<>();
    map.findValues("evidence").forEach(all -> names.addAll(all.findValuesAsText("name")));
    names.removeAll(listed);
    assertEquals(Set.of(), names);
  }

  private static JsonNode report() throws IOException {
    return new ObjectMapper().readTree(BuiltSite.text("report.json"));
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
