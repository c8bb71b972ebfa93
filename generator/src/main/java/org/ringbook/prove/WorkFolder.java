package org.ringbook.prove;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.ringbook.source.FileLocking;

/**
 * The folder that proofs are worked out in: one process at a time.
 *
 * @param path made when missing
 */
record WorkFolder(Path path) {

  /** Some of the work, which must be the only one in its folder. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws InterruptedException;
  }

  /** Waits until nobody else works here, and works. */
  <T> T alone(Work<T> work) throws InterruptedException {
    try (FileLocking _ = FileLocking.hold(path.resolve("lock"))) {
      return work.run();
    } catch (InterruptedIOException e) {
      Thread.interrupted();
      throw (InterruptedException) new InterruptedException(e.getMessage()).initCause(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
