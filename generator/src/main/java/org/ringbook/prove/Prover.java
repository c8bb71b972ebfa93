package org.ringbook.prove;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringbook.model.BitLayout;
import org.ringbook.model.Book;
import org.ringbook.model.Example;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.model.ProvenBook;
import org.ringbook.source.FileLocking;

/**
 * Proves books: compiles what they show, runs their examples, compares outputs.
 *
 * <p>Keep one for a series of builds: its worker JVMs and its compiler stay warm.
 */
public final class Prover implements AutoCloseable {

  /** Runs and layouts that the cache keeps between builds. */
  private static final int MOST_CACHED = 1000;

  private final ProveSettings settings;
  private final String jdk;
  private final WorkerPool pool;
  private final ProofCache cache;

  /** A stage with these bounds; no JVM is started before an example must run. */
  public Prover(ProveSettings settings) {
    WorkerCommand command = new WorkerCommand(settings.javaHome(), settings.workerHeap());
    this.settings = settings;
    this.jdk = command.identity();
    this.pool = new WorkerPool(command, settings.workers(), settings.workDir().resolve("workers"));
    this.cache = new ProofCache(settings.workDir().resolve("cache"), MOST_CACHED);
  }

  /** Proves a book that nobody watches. */
  public ProvenBook prove(Book book, Problems problems) throws InterruptedException {
    return prove(book, problems, ProveProgress.SILENT);
  }

  /**
   * Proves everything that can be, and adds a problem for all else.
   *
   * @return the book with every example that ran to its end in this build or one with the same
   *     sources, its output drifted or not
   * @throws InterruptedException when the calling thread is; the running examples are ended
   */
  public synchronized ProvenBook prove(Book book, Problems problems, ProveProgress progress)
      throws InterruptedException {
    try (FileLocking _ = FileLocking.hold(settings.workDir().resolve("lock"))) {
      return proveAlone(book, problems, progress);
    } catch (InterruptedIOException e) {
      Thread.interrupted();
      throw (InterruptedException) new InterruptedException(e.getMessage()).initCause(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProvenBook proveAlone(Book book, Problems problems, ProveProgress progress)
      throws InterruptedException {
    BookPaths paths = new BookPaths(settings.root());
    SourceDigests digests = new SourceDigests(paths);
    SnippetModules modules = SnippetModules.beside(settings.exampleFolders(), paths);
    NavigableMap<String, ExampleFile> examples =
        ExampleCatalog.read(paths, settings.exampleFolders(), problems);
    new ShownExamples(examples, problems).check(book);

    Map<String, Place> drawn = LayoutReader.uses(book);
    List<CompileUnit> units = units(book, examples.values(), drawn.keySet(), modules, paths);
    Steps compiling = new Steps(progress, "compile", 1);
    Compiled compiled =
        new BatchCompiler(paths, settings.workDir(), jdk).compile(units, digests, problems);
    compiling.done();

    List<ExampleRunner.Result> ran =
        new ExampleRunner(settings, pool, cache, jdk, paths, problems)
            .run(examples.values(), compiled, digests, progress);
    Map<String, BitLayout> layouts =
        new LayoutReader(settings, pool, cache, modules, problems).read(drawn, compiled);
    int listings = new ListingCheck(paths, compiled, proofs(paths), problems).proven(book);
    cache.trim();
    return new ProvenBook(book, byId(ran), layouts, count(book, listings, examples.size(), ran));
  }

  private List<ListingProof> proofs(BookPaths paths) {
    List<ListingProof> proofs = new ArrayList<>(settings.proofs());
    proofs.add(new DataFileProof(paths));
    return proofs;
  }

  /** Each example with its sources; and the modules that listings and layouts are taken from. */
  private static List<CompileUnit> units(
      Book book,
      Collection<ExampleFile> examples,
      Collection<String> types,
      SnippetModules modules,
      BookPaths paths) {
    Stream<Path> shown =
        book.chapters()
            .flatMap(chapter -> chapter.listings().stream())
            .filter(listing -> listing.origin().endsWith(".java"))
            .flatMap(listing -> paths.inside(listing.origin()).stream());
    Stream<Path> drawn = types.stream().map(modules::sourceOf).flatMap(Optional::stream);
    Stream<CompileUnit> needed =
        new TreeSet<>(Stream.concat(shown, drawn).toList())
            .stream().map(modules::unitOf).flatMap(Optional::stream);
    Stream<CompileUnit> own =
        examples.stream().map(example -> new CompileUnit(example.path(), example.closure()));
    return Stream.concat(own, needed).distinct().toList();
  }

  private static Map<String, Example> byId(List<ExampleRunner.Result> ran) {
    return ran.stream()
        .map(ExampleRunner.Result::example)
        .collect(Collectors.toMap(Example::id, Function.identity()));
  }

  private static ProvenBook.Proof count(
      Book book, int listingsProven, int examples, List<ExampleRunner.Result> ran) {
    long listings = book.chapters().mapToLong(chapter -> chapter.listings().size()).sum();
    long proven = ran.stream().filter(ExampleRunner.Result::proven).count();
    long cached = ran.stream().filter(ExampleRunner.Result::fromCache).count();
    return new ProvenBook.Proof(
        (int) listings, listingsProven, examples, (int) proven, (int) cached);
  }

  /** How many worker JVMs it has started so far. */
  int workersStarted() {
    return pool.started();
  }

  /** Ends the workers. */
  @Override
  public void close() {
    pool.close();
  }
}
