package org.ringbook.prove;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ringbook.model.Example;
import org.ringbook.model.Problems;
import org.ringbook.prove.worker.Reply;
import org.ringbook.prove.worker.Request;

/**
 * Runs examples, or takes over what an earlier build saw them print when nothing has changed since.
 */
final class ExampleRunner {

  private final ProveSettings settings;
  private final WorkerPool pool;
  private final ProofCache cache;
  private final String jdk;
  private final RecordedOutput recorded;
  private final Problems problems;

  ExampleRunner(
      ProveSettings settings,
      WorkerPool pool,
      ProofCache cache,
      String jdk,
      BookPaths paths,
      Problems problems) {
    this.settings = settings;
    this.pool = pool;
    this.cache = cache;
    this.jdk = jdk;
    this.recorded = new RecordedOutput(paths, problems);
    this.problems = problems;
  }

  /**
   * What came of an example.
   *
   * @param example with what it printed
   * @param proven whether that is what is recorded
   * @param fromCache whether an earlier build ran it
   */
  record Result(Example example, boolean proven, boolean fromCache) {}

  /** Runs all whose code was compiled; those that fail have no result. */
  List<Result> run(
      Collection<ExampleFile> examples,
      Compiled compiled,
      SourceDigests digests,
      ProveProgress progress)
      throws InterruptedException {
    List<ExampleFile> sound =
        examples.stream().filter(example -> compiled.covers(example.closure())).toList();
    Steps steps = new Steps(progress, "run", sound.size());
    List<Callable<Optional<Result>>> tasks =
        sound.stream().map(example -> task(example, compiled, digests, steps)).toList();
    return pool.all(tasks).stream().flatMap(Optional::stream).toList();
  }

  private Callable<Optional<Result>> task(
      ExampleFile example, Compiled compiled, SourceDigests digests, Steps steps) {
    return () -> {
      String key = key(example, digests);
      Optional<String> cached = cache.get(key);
      Optional<String> output = cached.or(() -> print(example, compiled));
      if (cached.isEmpty()) {
        output.ifPresent(text -> cache.put(key, text));
      }
      steps.done();
      return output.map(
          text -> {
            boolean proven = prove(example, text, compiled);
            return new Result(example.ran(text), proven, cached.isPresent());
          });
    };
  }

  private String key(ExampleFile example, SourceDigests digests) {
    Fingerprint print = new Fingerprint().add("run").add(example.file()).add(jdk);
    print.add(CompilerRun.OPTIONS.toString()).add("" + settings.maxOutputBytes());
    return digests.into(digests.into(print, example.closure()), example.reads()).hex();
  }

  /** Its output; empty after a failure, which is reported. */
  private Optional<String> print(ExampleFile example, Compiled compiled) {
    Reply reply =
        pool.call(
            new Request(
                Request.Kind.RUN,
                compiled.classes().toString(),
                example.mainClass(),
                settings.timeout().toMillis(),
                settings.maxOutputBytes()));
    if (reply.kind() == Reply.Kind.FINISHED) {
      return Optional.of(RecordedOutput.lineEnds(reply.output()));
    }
    problems.add(new RunFailure(settings).of(example, reply));
    return Optional.empty();
  }

  private boolean prove(ExampleFile example, String output, Compiled compiled) {
    if (recorded.matches(example, output)) {
      return true;
    }
    if (settings.accept()) {
      return accept(example, output, compiled);
    }
    recorded.report(example, output);
    return false;
  }

  /** Records an output once a second run has printed the same. */
  private boolean accept(ExampleFile example, String output, Compiled compiled) {
    Optional<String> again = print(example, compiled);
    if (again.filter(output::equals).isPresent()) {
      recorded.write(example, output);
      return true;
    }
    again.ifPresent(second -> recorded.reportUnstable(example, output, second));
    return false;
  }
}
