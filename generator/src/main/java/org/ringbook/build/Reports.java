package org.ringbook.build;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ringbook.check.LinkCheck;
import org.ringbook.index.SearchStage;
import org.ringbook.model.Book;
import org.ringbook.model.Problem;
import org.ringbook.model.ProvenBook;
import org.ringbook.model.Severity;
import org.ringbook.model.Topic;
import org.ringbook.publish.Report;
import org.ringbook.render.Renderer;
import org.ringbook.search.apimap.ApiMap;
import org.ringbook.search.apimap.Call;
import org.ringbook.search.apimap.Evidence;
import org.ringbook.search.apimap.Os;

/** Counts a build for its report. */
final class Reports {

  private Reports() {}

  static Report of(
      ProvenBook proven,
      Renderer.Rendered pages,
      LinkCheck.Counts links,
      ApiMap map,
      SearchStage.Export search,
      List<Problem> problems) {
    ProvenBook.Proof proof = proven.proof();
    return new Report(
        (int) problems.stream().filter(p -> p.severity() == Severity.ERROR).count(),
        (int) pages.site().files().keySet().stream().filter(path -> path.endsWith(".html")).count(),
        new Report.Share(proof.listings(), proof.listingsProven()),
        new Report.Share(proof.examplesTotal(), proof.examplesProven()),
        new Report.Links(links.checked(), links.broken(), links.external()),
        topics(proven.book()),
        api(map, problems),
        search(search));
  }

  private static Report.Topics topics(Book book) {
    Set<String> covered =
        book.chapters().flatMap(chapter -> chapter.topics().stream()).collect(Collectors.toSet());
    List<Topic> all = book.volumes().stream().flatMap(v -> v.topics().stream()).toList();
    return new Report.Topics(
        all.size(),
        all.stream().map(Topic::id).filter(covered::contains).toList(),
        all.stream().filter(Topic::planned).map(Topic::id).toList());
  }

  private static Report.Api api(ApiMap map, List<Problem> problems) {
    SortedMap<String, Integer> names = new TreeMap<>();
    for (Os os : Os.values()) {
      Set<String> distinct = new TreeSet<>();
      map.concepts()
          .flatMap(concept -> concept.on(os).everyCall())
          .flatMap(Call::everyEvidence)
          .map(Evidence::symbol)
          .forEach(distinct::add);
      names.put(os.key(), distinct.size());
    }
    return new Report.Api(
        (int) map.concepts().count(),
        map.concepts().mapToInt(concept -> concept.falseFriends().size()).sum(),
        names,
        (int) problems.stream().filter(p -> p.code().equals("api-no-evidence")).count());
  }

  private static Report.Search search(SearchStage.Export search) {
    return new Report.Search(
        search.documents(),
        BrowserBytes.upFront(search.files()),
        search.files().values().stream().mapToInt(bytes -> bytes.length).sum());
  }
}
