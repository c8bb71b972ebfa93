package org.ringbook.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps two builds, such as a serving and a publishing one, from sharing one folder of classes at
 * the same time; the operating system frees it when a build is killed.
 */
final class WorkDirLock implements AutoCloseable {

  private final FileChannel channel;

  private WorkDirLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits until no other process holds the folder. */
  static WorkDirLock hold(Path workDir) throws InterruptedException {
    try {
      Path file = Files.createDirectories(workDir).resolve("lock");
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.lock();
      return new WorkDirLock(channel);
    } catch (FileLockInterruptionException e) {
      Thread.interrupted();
      throw (InterruptedException) new InterruptedException("while another build ran").initCause(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
