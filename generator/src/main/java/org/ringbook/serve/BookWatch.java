package org.ringbook.serve;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits for changes of a book's files. */
public final class BookWatch implements AutoCloseable {

  /** Editors write a file in several steps; what follows within this time is one change. */
  private static final long QUIET_MILLIS = 15;

  private final List<Path> inputs;
  private final WatchService watch;

  /** Watches folders with everything below them, and files. */
  public BookWatch(List<Path> inputs) throws IOException {
    this.inputs = List.copyOf(inputs);
    this.watch = FileSystems.getDefault().newWatchService();
    register();
  }

  /** Returns when something changed and is quiet again. */
  public void awaitChange() throws IOException, InterruptedException {
    boolean changed = false;
    while (!changed) {
      changed = changed(watch.take());
    }
    for (WatchKey key = next(); key != null; key = next()) {
      changed(key);
    }
    register();
  }

  private @Nullable WatchKey next() throws InterruptedException {
    return watch.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static boolean changed(WatchKey key) {
    boolean changed = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      String name = String.valueOf(event.context());
      changed |= !name.endsWith("~") && !name.startsWith(".") && !name.equals("target");
    }
    key.reset();
    return changed;
  }

  /** New folders appear while we watch; registering one again changes nothing. */
  private void register() throws IOException {
    for (Path input : inputs) {
      if (Files.isDirectory(input)) {
        Files.walkFileTree(input, new Registrar());
      }
    }
  }

  private final class Registrar extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      if (folder.endsWith("target") || folder.endsWith("src/test")) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      folder.register(
          watch,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY,
          StandardWatchEventKinds.ENTRY_DELETE);
      return FileVisitResult.CONTINUE;
    }
  }

  @Override
  public void close() throws IOException {
    watch.close();
  }
}
