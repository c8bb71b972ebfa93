package org.ringbook.prove;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringbook.model.BitLayout;
import org.ringbook.model.Book;
import org.ringbook.model.Example;
import org.ringbook.model.Problems;
import org.ringbook.model.ProvenBook;
import org.ringbook.prove.judge.Judges;
import org.ringbook.prove.judge.Verdicts;

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
  private final WorkFolder folder;

  /** A stage with these bounds; no JVM is started before an example must run. */
  public Prover(ProveSettings settings) {
    WorkerCommand command = new WorkerCommand(settings.javaHome(), settings.workerHeap());
    this.settings = settings;
    this.jdk = command.identity();
    this.pool = new WorkerPool(command, settings.workers(), settings.workDir().resolve("workers"));
    this.folder = new WorkFolder(settings.workDir());
    this.cache = new ProofCache(settings.workDir().resolve("cache"), MOST_CACHED);
  }

  /** Proves a book that nobody watches. */
  public ProvenBook prove(Book book, Problems problems) throws InterruptedException {
    return prove(book, problems, ProveProgress.SILENT);
  }

  /** Proves a book, step after step. */
  public ProvenBook prove(Book book, Problems problems, ProveProgress progress)
      throws InterruptedException {
    return prove(begin(problems, progress), judge(book, problems), book, problems);
  }

  /**
   * What is proven before the book is known: code and examples are the same whatever chapters say.
   */
  public static final class Begun {
    private final BookPaths paths;
    private final SourceDigests digests;
    private final SnippetModules modules;
    private final SortedMap<String, ExampleFile> examples;
    private final Compiled compiled;
    private final List<ExampleRunner.Result> ran;

    private Begun(
        BookPaths paths,
        SourceDigests digests,
        SnippetModules modules,
        SortedMap<String, ExampleFile> examples,
        Compiled compiled,
        List<ExampleRunner.Result> ran) {
      this.paths = paths;
      this.digests = digests;
      this.modules = modules;
      this.examples = examples;
      this.compiled = compiled;
      this.ran = ran;
    }

    /** All examples that were found, whether they ran well or not. */
    public List<Examples.Entry> examples() {
      return Examples.entries(examples.values());
    }
  }

  /**
   * Compiles all code and runs all examples. Needs no book, so it can go on beside the parser.
   *
   * @throws InterruptedException when the calling thread is; the running examples are ended
   */
  public synchronized Begun begin(Problems problems, ProveProgress progress)
      throws InterruptedException {
    return folder.alone(() -> compileAndRun(problems, progress));
  }

  private Begun compileAndRun(Problems problems, ProveProgress progress)
      throws InterruptedException {
    BookPaths paths = new BookPaths(settings.root());
    SourceDigests digests = new SourceDigests(paths);
    SnippetModules modules = SnippetModules.beside(settings.exampleFolders(), paths);
    SortedMap<String, ExampleFile> examples =
        ExampleCatalog.read(paths, settings.exampleFolders(), problems);
    Steps compiling = new Steps(progress, "compile", 1);
    Compiled compiled =
        new BatchCompiler(paths, settings.workDir(), jdk)
            .compile(units(examples.values(), modules), digests, problems);
    compiling.done();
    List<ExampleRunner.Result> ran =
        new ExampleRunner(settings, pool, cache, jdk, paths, problems)
            .run(examples.values(), compiled, digests, progress);
    return new Begun(paths, digests, modules, examples, compiled, ran);
  }

  /**
   * Lets the book's judges run. Needs no examples, so it can go on beside them.
   *
   * @throws InterruptedException when the calling thread is; the running judge is ended
   */
  public Verdicts judge(Book book, Problems problems) throws InterruptedException {
    return Judges.run(book, problems);
  }

  /**
   * Proves everything that the chapters show, and adds a problem for all that can't be.
   *
   * @return the book with every example that ran to its end in this build or one with the same
   *     sources, its output drifted or not
   * @throws InterruptedException when the calling thread is
   */
  public synchronized ProvenBook prove(Begun begun, Verdicts judged, Book book, Problems problems)
      throws InterruptedException {
    return folder.alone(() -> proveShown(begun, judged, book, problems));
  }

  private ProvenBook proveShown(Begun begun, Verdicts judged, Book book, Problems problems)
      throws InterruptedException {
    new ShownExamples(begun.examples, problems).check(book);
    Map<String, BitLayout> layouts =
        new LayoutReader(settings, pool, cache, begun.modules, problems)
            .read(LayoutReader.uses(book), begun.compiled);
    ModuleCompiler declarations =
        new ModuleCompiler(settings.workDir(), begun.modules, begun.digests);
    List<ListingProof> proofs = proofs(begun.paths);
    int listings =
        new ListingCheck(begun.paths, begun.compiled, declarations, proofs, judged, problems)
            .proven(book);
    QuestionCheck.check(book, proofs, problems);
    cache.trim();
    return new ProvenBook(
        book,
        byId(begun.ran),
        layouts,
        judged.given(),
        count(book, listings, begun.examples.size(), begun.ran));
  }

  private List<ListingProof> proofs(BookPaths paths) {
    List<ListingProof> proofs = new ArrayList<>(settings.proofs());
    proofs.add(new DataFileProof(paths));
    return proofs;
  }

  /** Each example with its sources, and each module of the shown code. */
  private static List<CompileUnit> units(Collection<ExampleFile> examples, SnippetModules modules) {
    Stream<CompileUnit> own =
        examples.stream().map(example -> new CompileUnit(example.path(), example.closure()));
    return Stream.concat(own, modules.units().stream()).distinct().toList();
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
