package org.ringbook.prove;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.ringbook.prove.worker.Reply;
import org.ringbook.prove.worker.Request;

/** The parent's end of one worker JVM; for one thread at a time. */
final class Worker {

  /** What a worker may take beyond a run's own time-out before it is taken for dead. */
  private static final long GRACE_MILLIS = 5_000;

  private final Process process;
  private final Path folder;
  private final ScheduledExecutorService clock;
  private final DataOutputStream requests;
  private final DataInputStream replies;
  private final LastWords lastWords;
  private boolean spent;

  private Worker(Process process, Path folder, ScheduledExecutorService clock) {
    this.process = process;
    this.folder = folder;
    this.clock = clock;
    this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.replies = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    this.lastWords = LastWords.of(process.getErrorStream());
  }

  /** Starts a JVM in an empty folder; the clock ends it when it doesn't answer in time. */
  static Worker start(WorkerCommand command, Path folder, ScheduledExecutorService clock)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command.line());
    builder.environment().clear();
    builder.directory(Folders.empty(folder).toFile());
    return new Worker(builder.start(), folder, clock);
  }

  /** Sends the request and waits for the answer, or for the end of the JVM. */
  Reply call(Request request) {
    ScheduledFuture<?> end =
        clock.schedule(
            process::destroyForcibly, request.millis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
    try {
      request.write(requests);
      Reply reply = Reply.read(replies);
      spent = reply.spent();
      Folders.empty(folder);
      return reply;
    } catch (IOException | RuntimeException e) {
      spent = true;
      boolean overdue = end.isDone();
      String words = "The JVM ended with code " + exitCode() + "\n";
      Reply crashed = Reply.crashed((words + lastWords.text()).strip());
      return overdue ? new Reply(Reply.Kind.HUNG, "", "", 0, true) : crashed;
    } finally {
      end.cancel(false);
    }
  }

  /** A JVM that ends by itself may finish its last words: destroying it would cut them off. */
  private int exitCode() {
    try {
      if (!process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    return process.onExit().join().exitValue();
  }

  /** Whether it can't run anything else. */
  boolean isSpent() {
    return spent || !process.isAlive();
  }

  /** Ends the JVM at once, from any thread, and waits until it is gone. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
