package org.ringbook.prove;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ringbook.model.NearestName;
import org.ringbook.model.Problem;
import org.ringbook.model.Problems;
import org.ringbook.prove.worker.Reply;
import org.ringbook.prove.worker.Request;

/**
 * Runs examples one at a time for somebody who asks for their output, within the bounds of a build:
 * the same time-out, the same limit of output, the same small heap, an empty folder. Nothing but
 * the examples of the book can be run, and what one prints comes back as text.
 */
public final class ExampleRuns implements AutoCloseable {

  private final ProveSettings settings;
  private final BookPaths paths;
  private final Path classes;
  private final WorkerPool pool;

  /** Ready to run; no JVM is started before the first example. */
  public ExampleRuns(ProveSettings settings) {
    this.settings = settings;
    this.paths = new BookPaths(settings.root());
    this.classes = ProcessFolders.make(settings.workDir().resolve("asked"));
    this.pool =
        new WorkerPool(
            new WorkerCommand(settings.javaHome(), settings.workerHeap()),
            1,
            settings.workDir().resolve("workers"));
  }

  /**
   * What came of a run.
   *
   * @param finished whether it came to its end
   * @param text its output, or what went wrong and what to do about it
   */
  public record Run(boolean finished, String text) {}

  /** Runs the example of this id as its file is now; an unknown id is a run that went wrong. */
  public synchronized Run run(String id) throws InterruptedException {
    Problems problems = new Problems();
    Map<String, ExampleFile> examples =
        ExampleCatalog.read(paths, settings.exampleFolders(), new Problems());
    ExampleFile example = examples.get(id);
    if (example == null) {
      String hint = NearestName.hint(id, examples.keySet());
      return new Run(false, "There is no such example" + (hint.isEmpty() ? "." : "; " + hint));
    }
    Compiled compiled =
        new BatchCompiler(paths, Folders.made(classes.resolve(id)), "run")
            .compile(
                List.of(new CompileUnit(example.path(), example.closure())),
                new SourceDigests(paths),
                problems);
    return problems.errors() > 0 ? failed(problems) : run(example, compiled);
  }

  private Run run(ExampleFile example, Compiled compiled) throws InterruptedException {
    Request request =
        new Request(
            Request.Kind.RUN,
            compiled.classes().toString(),
            example.mainClass(),
            settings.timeout().toMillis(),
            settings.maxOutputBytes());
    Callable<Reply> task = () -> pool.call(request);
    Reply reply = pool.all(List.of(task)).getFirst();
    if (reply.kind() == Reply.Kind.FINISHED) {
      return new Run(true, RecordedOutput.lineEnds(reply.output()));
    }
    Problems problems = new Problems();
    problems.add(new RunFailure(settings).of(example, reply));
    return failed(problems);
  }

  private static Run failed(Problems problems) {
    StringBuilder text = new StringBuilder();
    for (Problem problem : problems.sorted()) {
      text.append(problem.title()).append('\n');
      if (!problem.hint().isEmpty()) {
        text.append(problem.hint()).append('\n');
      }
      if (!problem.detail().isEmpty()) {
        text.append(problem.detail().strip()).append('\n');
      }
    }
    return new Run(false, text.toString().strip());
  }

  @Override
  public void close() {
    pool.close();
    Folders.delete(classes);
  }
}
