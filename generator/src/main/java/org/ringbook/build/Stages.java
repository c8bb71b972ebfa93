package org.ringbook.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ringbook.check.LinkCheck;
import org.ringbook.index.ApiExamples;
import org.ringbook.index.ApiNames;
import org.ringbook.index.ReaderQuestions;
import org.ringbook.index.SearchDocuments;
import org.ringbook.index.SearchStage;
import org.ringbook.model.Book;
import org.ringbook.model.Problems;
import org.ringbook.model.ProvenBook;
import org.ringbook.model.Site;
import org.ringbook.parse.BookReader;
import org.ringbook.prove.Examples;
import org.ringbook.prove.ProveSettings;
import org.ringbook.prove.Prover;
import org.ringbook.prove.judge.Verdicts;
import org.ringbook.publish.Publisher;
import org.ringbook.render.BodyCache;
import org.ringbook.render.Renderer;
import org.ringbook.render.diagram.DiagramCache;
import org.ringbook.render.page.Theme;
import org.ringbook.search.apimap.ApiMapReader;
import org.ringbook.search.document.SearchDocument;

/** The stages of a pipeline with all that they keep from one build to the next. */
final class Stages implements AutoCloseable {

  private final BuildSettings settings;
  private final BookFolders folders;
  private final BookReader reader;
  private final Prover prover;
  private final ExecutorService beside = Executors.newCachedThreadPool();
  private final FolderMemo<ApiMapReader.Reading> apiMap;
  private final FolderMemo<Theme> theme;
  private final DiagramCache diagrams;
  private final BodyCache finished = new BodyCache();
  private final LinkCheck links = new LinkCheck();
  private final SearchStage search;
  private final Publisher publisher;
  private final Stamp stamp;
  private SearchStage.Export lastSearch = SearchStage.Export.NONE;

  Stages(BuildSettings settings, ProveSettings proving) {
    this.settings = settings;
    this.folders = settings.folders();
    this.reader = new BookReader(folders.root(), folders.volumes(), folders.code());
    this.prover = new Prover(proving);
    this.apiMap = new FolderMemo<>(folders.apiMap());
    this.theme = new FolderMemo<>(folders.theme());
    this.diagrams = new DiagramCache(folders.work().resolve("diagrams"));
    this.search = new SearchStage(folders.index());
    this.publisher = new Publisher(settings.out());
    this.stamp = new Stamp(folders.work());
  }

  /** Whether the site that is there was made from just these inputs. */
  boolean isPublished(String fingerprint) throws IOException {
    return stamp.matches(fingerprint, publisher.current());
  }

  /** From now on nothing is up to date, until the next good build. */
  void forget() throws IOException {
    stamp.forget();
  }

  /** Starts the examples beside the parser: both take seconds in a fresh process. */
  Future<Prover.Begun> beginExamples(Problems problems, Progress progress) {
    return beside.submit(
        () ->
            prover.begin(
                problems, (what, done, total) -> progress.at(what + " " + done + "/" + total)));
  }

  /** Starts the judges beside the examples, which may be running still. */
  Future<Verdicts> beginJudges(Book book, Problems problems) {
    return beside.submit(() -> prover.judge(book, problems));
  }

  static <T> T await(Future<T> work) throws InterruptedException {
    try {
      return work.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UncheckedIOException unreadable) {
        throw unreadable;
      }
      throw new IllegalStateException("the book could not be proven", e.getCause());
    }
  }

  ApiNames readNames(Problems problems) throws IOException {
    return ApiNames.of(apiMap.get(ApiNames::read), "volumes/api-map", problems);
  }

  Book parse(Problems problems) {
    return reader.read(problems);
  }

  /** The map of kernel calls is read before the examples are known. */
  void checkExamplesOfMap(Prover.Begun begun, Problems problems) throws IOException {
    List<String> known = begun.examples().stream().map(Examples.Entry::id).toList();
    ApiExamples.check(apiMap.get(ApiNames::read).examples(), known, "volumes/api-map", problems);
  }

  ProvenBook prove(Prover.Begun begun, Verdicts judged, Book book, Problems problems)
      throws InterruptedException {
    new JBangCatalog(folders.jbangCatalog()).update(begun.examples(), settings.accept(), problems);
    return prover.prove(begun, judged, book, problems);
  }

  Renderer.Rendered render(ProvenBook proven, ApiNames names, Problems problems)
      throws IOException {
    return new Renderer(theme.get(Theme::load), diagrams, names, finished).render(proven, problems);
  }

  LinkCheck.Counts follow(Renderer.Rendered pages, Problems problems) throws IOException {
    SortedMap<String, LinkCheck.PageSource> sources = new TreeMap<>();
    for (var page : pages.sources().entrySet()) {
      Path file = folders.root().path().resolve(page.getValue());
      sources.put(page.getKey(), new LinkCheck.PageSource(page.getValue(), text(file)));
    }
    return links.check(pages.site(), sources, problems);
  }

  /** Bytes that are no UTF-8 were told by the parser; here they must not end the build. */
  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  SearchStage.Export index(
      Renderer.Rendered pages, ProvenBook proven, ApiNames names, Problems problems)
      throws IOException {
    List<SearchDocument> found = SearchDocuments.of(pages.sections(), proven, names.map());
    Path questions = folders.volumes().resolve("questions.yaml");
    lastSearch = search.build(ReaderQuestions.ask(found, folders.root(), questions, problems));
    return lastSearch;
  }

  /** The pages with the search of the build before. */
  Site withLastSearch(Site pages) {
    return pages.with(lastSearch.files());
  }

  /** A site with something unproven is never up to date: the tool that lacked may be there soon. */
  String publish(Site site, String fingerprint, boolean proven, Problems problems)
      throws IOException {
    String version = publisher.publish(site, problems);
    if (!version.isEmpty()) {
      search.publish();
      if (proven) {
        stamp.write(fingerprint, version);
      }
    }
    return version;
  }

  @Override
  public void close() {
    beside.shutdownNow();
    prover.close();
  }
}
