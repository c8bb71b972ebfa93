package org.ringbook.build;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ringbook.check.LinkCheck;
import org.ringbook.index.ApiNames;
import org.ringbook.index.SearchDocuments;
import org.ringbook.index.SearchStage;
import org.ringbook.model.Book;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.model.ProvenBook;
import org.ringbook.model.Site;
import org.ringbook.parse.BookReader;
import org.ringbook.prove.Examples;
import org.ringbook.prove.ProveSettings;
import org.ringbook.prove.Prover;
import org.ringbook.publish.Publisher;
import org.ringbook.publish.Report;
import org.ringbook.render.Renderer;
import org.ringbook.render.diagram.DiagramCache;
import org.ringbook.render.page.Theme;
import org.ringbook.search.document.SearchDocument;
import org.ringbook.source.FileLocking;
import org.ringbook.source.IoReason;

/**
 * Builds a handbook: parse, prove, render, index, check, publish. Every stage runs even if an
 * earlier one found problems, so that one build reports all of them; only a book without errors is
 * published.
 *
 * <p>Keep one for a series of builds: Asciidoctor, compiler and workers stay warm.
 */
public final class Pipeline implements AutoCloseable {

  private final BuildSettings settings;
  private final BookFolders folders;
  private final BookReader reader;
  private final ProveSettings proving;
  private final Prover prover;
  private final LinkCheck links = new LinkCheck();
  private final SearchStage search;
  private final DiagramCache diagrams;
  private final Publisher publisher;
  private final Stamp stamp;

  /** A pipeline; nothing is read or started yet. */
  public Pipeline(BuildSettings settings, ProveSettings proving) {
    this.settings = settings;
    this.folders = settings.folders();
    this.reader = new BookReader(folders.root(), folders.volumes(), folders.code());
    this.proving = proving;
    this.prover = new Prover(proving);
    this.search = new SearchStage(folders.index());
    this.diagrams = new DiagramCache(folders.work().resolve("diagrams"));
    this.publisher = new Publisher(settings.out());
    this.stamp = new Stamp(folders.work());
  }

  /** Builds, unless nothing changed since the last good build. */
  public BuildResult build(Progress progress) throws InterruptedException {
    var problems = new Problems();
    try (FileLocking _ = FileLocking.hold(folders.work().resolve("build.lock"))) {
      return build(problems, progress);
    } catch (InterruptedIOException e) {
      throw (InterruptedException) new InterruptedException(e.getMessage()).initCause(e);
    } catch (IOException e) {
      return unfinished(e, problems);
    } catch (UncheckedIOException e) {
      return unfinished(Objects.requireNonNull(e.getCause()), problems);
    }
  }

  /** What was found until a file couldn't be read or written. */
  private static BuildResult unfinished(IOException failure, Problems problems) {
    String file =
        failure instanceof FileSystemException f && f.getFile() != null ? f.getFile() : ".";
    problems.error(
        "cannot-build",
        Place.of(file),
        "the build can't go on: " + IoReason.of(failure),
        "The last good site is as it was. Check space and permissions.");
    return BuildResult.failed(problems);
  }

  private BuildResult build(Problems problems, Progress progress)
      throws IOException, InterruptedException {
    String fingerprint = Fingerprint.of(settings);
    if (!settings.always() && stamp.matches(fingerprint, publisher.current())) {
      return BuildResult.upToDate();
    }
    stamp.forget();
    return run(problems, fingerprint, new Stopwatch(progress), progress);
  }

  private BuildResult run(Problems problems, String fingerprint, Stopwatch watch, Progress progress)
      throws IOException, InterruptedException {
    var names = ApiNames.read(folders.apiMap(), "volumes/api-map", problems);
    Book book = watch.time("reading chapters", () -> reader.read(problems));
    if (book.volumes().isEmpty() && problems.errors() > 0) {
      return BuildResult.failed(problems);
    }
    ProvenBook proven = watch.time("running examples", () -> prove(book, problems, progress));
    new JBangCatalog(folders.jbangCatalog())
        .update(new Examples(proving, new Problems()).all(), settings.accept(), problems);
    var rendered = watch.time("rendering", () -> renderer(names).render(proven, problems));
    List<SearchDocument> documents =
        SearchDocuments.of(rendered.sections(), proven, names.map(), rendered.apiTables());
    SortedMap<String, byte[]> export = watch.time("indexing", () -> search.build(documents));
    Site site = rendered.site().with(export);
    LinkCheck.Counts followed =
        watch.time("following links", () -> links.check(site, sources(rendered), problems));
    Report report =
        Reports.of(
            proven, site, followed, names.map(), documents.size(), export, problems.errors());
    Site whole = site.with(new TreeMap<>(Map.of("report.json", report.json())));
    if (problems.errors() == 0 && settings.publish()) {
      watch.time("publishing", () -> publish(whole, fingerprint, problems));
    }
    return new BuildResult(problems.sorted(), whole, report, watch.laps());
  }

  private ProvenBook prove(Book book, Problems problems, Progress progress)
      throws InterruptedException {
    return prover.prove(
        book, problems, (what, done, total) -> progress.at(what + " " + done + "/" + total));
  }

  private Renderer renderer(ApiNames names) {
    return new Renderer(Theme.load(folders.theme()), diagrams, names);
  }

  private SortedMap<String, LinkCheck.PageSource> sources(Renderer.Rendered rendered)
      throws IOException {
    SortedMap<String, LinkCheck.PageSource> sources = new TreeMap<>();
    for (var page : rendered.sources().entrySet()) {
      Path file = folders.root().path().resolve(page.getValue());
      sources.put(page.getKey(), new LinkCheck.PageSource(page.getValue(), text(file)));
    }
    return sources;
  }

  /** Bytes that are no UTF-8 were told by the parser; here they must not end the build. */
  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private String publish(Site site, String fingerprint, Problems problems) throws IOException {
    String version = publisher.publish(site, problems);
    if (!version.isEmpty()) {
      search.publish();
      stamp.write(fingerprint, version);
    }
    return version;
  }

  @Override
  public void close() {
    prover.close();
  }
}
