package org.ringbook.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.ringbook.prove.worker.Reply;
import org.ringbook.prove.worker.Request;

/** Worker JVMs, started when needed, kept for the next run, and replaced when one is lost. */
final class WorkerPool implements AutoCloseable {

  private static final ThreadFactory DAEMONS =
      Thread.ofPlatform().daemon().name("prove-", 0).factory();

  private final WorkerCommand command;
  private final Path folder;
  private final ExecutorService threads;
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1, DAEMONS);
  private final ConcurrentLinkedDeque<Worker> idle = new ConcurrentLinkedDeque<>();
  private final Set<Worker> alive = ConcurrentHashMap.newKeySet();
  private final AtomicInteger started = new AtomicInteger();
  private volatile boolean stopping;

  /** A pool whose workers run in folders of their own below this one. */
  WorkerPool(WorkerCommand command, int size, Path parent) {
    this.command = command;
    this.folder = ProcessFolders.make(parent);
    this.threads = Executors.newFixedThreadPool(size, DAEMONS);
  }

  /** Does the tasks, as many at a time as there are workers; their results in their own order. */
  <T> List<T> all(List<Callable<T>> tasks) throws InterruptedException {
    stopping = false;
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      kill();
      throw e;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a task of the prove stage failed", e.getCause());
    }
  }

  /** Has some worker do this; called from within a task. */
  Reply call(Request request) {
    Worker worker = take();
    Reply reply = worker.call(request);
    if (worker.isSpent() || stopping) {
      worker.kill();
      alive.remove(worker);
    } else {
      idle.push(worker);
    }
    return reply;
  }

  private Worker take() {
    for (Worker worker = idle.poll(); worker != null; worker = idle.poll()) {
      if (!worker.isSpent()) {
        return worker;
      }
      alive.remove(worker);
    }
    try {
      Path own = folder.resolve("worker-" + started.incrementAndGet());
      Worker worker = Worker.start(command, own, clock);
      alive.add(worker);
      if (stopping) {
        worker.kill();
      }
      return worker;
    } catch (IOException e) {
      throw new UncheckedIOException("No worker JVM could be started", e);
    }
  }

  /** How many JVMs it has started so far. */
  int started() {
    return started.get();
  }

  private void kill() {
    stopping = true;
    idle.clear();
    alive.forEach(Worker::kill);
    alive.clear();
  }

  @Override
  public void close() {
    kill();
    threads.shutdownNow();
    clock.shutdownNow();
    Folders.delete(folder);
  }
}
