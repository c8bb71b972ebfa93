package org.ringbook.prove.worker;

import java.io.PrintStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run of one example, over when its main method has returned and every thread that it started
 * and that isn't a daemon has ended, as in a JVM of its own.
 */
final class ExampleRun {

  private final Request request;
  private final Trace trace;
  private final Capture capture;
  private final PrintStream out;
  private final AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
  private final ThreadGroup group;

  ExampleRun(Request request, Consumer<Reply> flooded) {
    this.request = request;
    this.trace = new Trace(request.type());
    this.capture =
        new Capture(request.maxBytes(), () -> flooded.accept(ended(Reply.Kind.FLOODED, "", 0)));
    this.out = new PrintStream(capture, true, StandardCharsets.UTF_8);
    this.group = new Group();
  }

  /** Where the example prints to. */
  PrintStream out() {
    return out;
  }

  /** Runs it, until its end or its time is over. */
  Reply run() throws InterruptedException {
    long deadline = System.nanoTime() + request.millis() * 1_000_000;
    Thread main = new Thread(group, this::launch, "main");
    main.start();
    for (Thread at = main; at != null; at = nextUser()) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0 || !at.join(Duration.ofMillis(left))) {
        return hung();
      }
    }
    return finished();
  }

  /** The answer to a {@code System.exit} that is under way in some thread. */
  Reply exited() {
    StackTraceElement[] exiting =
        Thread.getAllStackTraces().values().stream()
            .filter(frames -> Arrays.stream(frames).anyMatch(ExampleRun::isExit))
            .findFirst()
            .orElse(new StackTraceElement[0]);
    return ended(Reply.Kind.EXITED, Trace.of(exiting), trace.line(exiting));
  }

  private static boolean isExit(StackTraceElement frame) {
    return frame.getClassName().equals("java.lang.Runtime") && frame.getMethodName().equals("exit");
  }

  private void launch() {
    try (URLClassLoader loader = loader(request)) {
      Thread.currentThread().setContextClassLoader(loader);
      MainMethod.of(loader.loadClass(request.type())).launch();
      awaitUsers();
    } catch (Throwable e) {
      thrown.compareAndSet(null, e);
    }
  }

  /** The class loader must stay open while threads of the example may still load classes. */
  private void awaitUsers() throws InterruptedException {
    for (Thread at = nextUser(); at != null; at = nextUser()) {
      at.join();
    }
  }

  private @Nullable Thread nextUser() {
    return threads()
        .filter(thread -> !thread.isDaemon() && thread != Thread.currentThread())
        .findFirst()
        .orElse(null);
  }

  private Stream<Thread> threads() {
    Thread[] all = new Thread[group.activeCount() + 16];
    int count = group.enumerate(all, true);
    return Arrays.stream(all, 0, count);
  }

  /** Shows the thread that hangs in the example's own file; the first one where several do. */
  private Reply hung() {
    Thread stuck =
        threads().filter(thread -> trace.line(thread.getStackTrace()) > 0).findFirst().orElse(null);
    StackTraceElement[] frames = stuck == null ? new StackTraceElement[0] : stuck.getStackTrace();
    String title = stuck == null ? "" : "Thread " + stuck.getName() + "\n";
    return ended(Reply.Kind.HUNG, title + Trace.of(frames), trace.line(frames));
  }

  private Reply finished() {
    Throwable failure = thrown.get();
    return failure == null
        ? ended(Reply.Kind.FINISHED, "", 0)
        : ended(Reply.Kind.THREW, Trace.of(failure), trace.line(failure));
  }

  private Reply ended(Reply.Kind kind, String detail, int line) {
    boolean lost = kind != Reply.Kind.FINISHED && kind != Reply.Kind.THREW;
    return new Reply(kind, capture.text(), detail, line, lost);
  }

  static URLClassLoader loader(Request request) throws MalformedURLException {
    URL classes = Path.of(request.classes()).toUri().toURL();
    return new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader());
  }

  /** Takes an exception that ends any thread of the example for a failure of the example. */
  private final class Group extends ThreadGroup {
    Group() {
      super("example");
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
      thrown.compareAndSet(null, failure);
    }
  }
}
