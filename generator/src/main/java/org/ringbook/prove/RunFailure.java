package org.ringbook.prove;

import org.ringbook.model.Problem;
import org.ringbook.prove.worker.Reply;

/** Words the problem of a run that didn't come to its end. */
final class RunFailure {

  private static final int MOST_LINES = 60;

  private final ProveSettings settings;

  RunFailure(ProveSettings settings) {
    this.settings = settings;
  }

  /** The problem, at the example's own line where that is known. */
  Problem of(ExampleFile example, Reply reply) {
    return switch (reply.kind()) {
      case THREW -> problem("example-throws", example, reply, thrown(reply), "");
      case HUNG ->
          problem(
              "example-hangs",
              example,
              reply,
              "is not done after " + settings.timeout().toMillis() + " ms",
              "an example ends by itself, within " + settings.timeout().toMillis() + " ms");
      case EXITED ->
          problem("example-exits", example, reply, "ends the JVM", "return from main instead");
      case FLOODED ->
          problem(
              "too-much-output",
              example,
              reply,
              "prints more than " + settings.maxOutputBytes() + " bytes",
              "show less; a reader has to read it");
      default ->
          problem(
              "example-crashes",
              example,
              reply,
              "takes its JVM down",
              "it has " + settings.workerHeap() + " of heap, and no way but return to end");
    };
  }

  private static String thrown(Reply reply) {
    String first = reply.detail().lines().findFirst().orElse("").strip();
    return "fails: " + first.replaceFirst("^Exception in thread \"\\S+\" ", "");
  }

  private static Problem problem(
      String code, ExampleFile example, Reply reply, String what, String hint) {
    return Problem.error(
            code, example.at(reply.line()), "example " + example.id() + " " + what, hint)
        .withDetail(UnifiedDiff.head(reply.detail(), MOST_LINES));
  }
}
