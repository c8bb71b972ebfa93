package org.ringbook.build;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.ringbook.check.LinkCheck;
import org.ringbook.index.ApiNames;
import org.ringbook.index.SearchStage;
import org.ringbook.model.Book;
import org.ringbook.model.Problems;
import org.ringbook.model.ProvenBook;
import org.ringbook.model.Site;
import org.ringbook.prove.ProveSettings;
import org.ringbook.prove.Prover;
import org.ringbook.prove.judge.Verdicts;
import org.ringbook.publish.Report;
import org.ringbook.render.Renderer;
import org.ringbook.source.FileLocking;

/**
 * Builds a handbook: parse, prove, render, check, index, publish. Every stage runs even if an
 * earlier one found problems, so that one build reports all of them; only a book without errors is
 * published.
 *
 * <p>Keep one for a series of builds: Asciidoctor, compiler and workers stay warm.
 */
public final class Pipeline implements AutoCloseable {

  private final BuildSettings settings;
  private final Stages stages;

  /** A pipeline; nothing is read or started yet. */
  public Pipeline(BuildSettings settings, ProveSettings proving) {
    this.settings = settings;
    this.stages = new Stages(settings, proving);
  }

  /** Builds, unless nothing changed since the last good build. */
  public BuildResult build(Progress progress) throws InterruptedException {
    return build(progress, pages -> {});
  }

  /**
   * Builds, and hands over the pages of a sound book before they are indexed and published.
   *
   * @param early takes the pages with the search of the build before, for those who wait for them
   */
  public BuildResult build(Progress progress, Consumer<Site> early) throws InterruptedException {
    var problems = new Problems();
    try (FileLocking _ = FileLocking.hold(settings.folders().work().resolve("build.lock"))) {
      String fingerprint = Fingerprint.of(settings);
      if (!settings.always() && stages.isPublished(fingerprint)) {
        return BuildResult.upToDate();
      }
      stages.forget();
      return run(problems, fingerprint, new Stopwatch(progress), progress, early);
    } catch (InterruptedIOException e) {
      throw (InterruptedException) new InterruptedException(e.getMessage()).initCause(e);
    } catch (IOException e) {
      return BuildResult.unfinished(e, problems);
    } catch (UncheckedIOException e) {
      IOException cause = e.getCause();
      return BuildResult.unfinished(cause == null ? new IOException(e) : cause, problems);
    }
  }

  private BuildResult run(
      Problems problems,
      String fingerprint,
      Stopwatch watch,
      Progress progress,
      Consumer<Site> early)
      throws IOException, InterruptedException {
    Future<Prover.Begun> examples = stages.beginExamples(problems, progress);
    ApiNames names = stages.readNames(problems);
    Book book = watch.time("reading chapters", () -> stages.parse(problems));
    Future<Verdicts> judges = stages.beginJudges(book, problems);
    Prover.Begun begun = watch.time("running examples", () -> Stages.await(examples));
    if (book.volumes().isEmpty() && problems.errors() > 0) {
      return BuildResult.failed(problems);
    }
    stages.checkExamplesOfMap(begun, problems);
    Verdicts judged = watch.time("judging listings", () -> Stages.await(judges));
    ProvenBook proven =
        watch.time("proving chapters", () -> stages.prove(begun, judged, book, problems));
    Renderer.Rendered pages = watch.time("rendering", () -> stages.render(proven, names, problems));
    LinkCheck.Counts links = watch.time("following links", () -> stages.follow(pages, problems));
    if (problems.errors() == 0) {
      early.accept(stages.withLastSearch(pages.site()));
    }
    SearchStage.Export search =
        watch.time("indexing", () -> stages.index(pages, proven, names, problems));
    Report report = Reports.of(proven, pages, links, names.map(), search, problems.sorted());
    Site site =
        pages
            .site()
            .with(search.files())
            .with(MapFiles.of(names.map(), book.title()))
            .with("report.json", report.json());
    if (problems.errors() == 0 && settings.publish()) {
      watch.time(
          "publishing",
          () -> stages.publish(site, fingerprint, proven.proof().isWhole(), problems));
    }
    return new BuildResult(problems.sorted(), site, report, watch.laps());
  }

  @Override
  public void close() {
    stages.close();
  }
}
