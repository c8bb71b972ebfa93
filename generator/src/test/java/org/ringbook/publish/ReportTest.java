package org.ringbook.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReportTest {

  @Test
  void the_report_is_these_bytes() {
    var report =
        new Report(
            0,
            12,
            new Report.Share(5, 4),
            new Report.Share(3, 2),
            new Report.Links(100, 0, 7),
            new Report.Topics(3, List.of("1-01"), List.of("1-02", "1-03")),
            new Report.Api(9, 2, new TreeMap<>(Map.of("linux", 8, "freebsd", 7)), 0),
            new Report.Search(20, 1000, 9000));
    assertEquals(
        """
        {"problems": 0, "pages": 12, "listings": {"total": 5, "proven": 4},\
         "examples": {"total": 3, "proven": 2},\
         "links": {"checked": 100, "broken": 0, "external": 7},\
         "topics": {"total": 3, "covered": ["1-01"], "planned": ["1-02", "1-03"]},\
         "api": {"concepts": 9, "falseFriends": 2, "names": {"freebsd": 7, "linux": 8},\
         "withoutEvidence": 0},\
         "search": {"documents": 20, "bytesUpFront": 1000, "bytesTotal": 9000}}\
        """,
        flat(new String(report.json(), StandardCharsets.UTF_8)));
  }

  private static String flat(String json) {
    return json.strip()
        .replaceAll("\\s+", " ")
        .replace("{ ", "{")
        .replace(" }", "}")
        .replace("[ ", "[")
        .replace(" ]", "]")
        .replace(" : ", ": ");
  }
}
