package org.ringbook.source;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Holds a file so that no other build, of this process or another, goes on at the same time; the
 * operating system frees it when a build is killed.
 */
public final class FileLocking implements AutoCloseable {

  /** The system's lock is the process's: threads need one of their own. */
  private static final Map<Path, Semaphore> OF_THIS_PROCESS = new ConcurrentHashMap<>();

  private final FileChannel channel;
  private final Semaphore turn;

  private FileLocking(FileChannel channel, Semaphore turn) {
    this.channel = channel;
    this.turn = turn;
  }

  /**
   * Waits until nobody else holds the file.
   *
   * @param file is made with its folders, and stays
   * @throws InterruptedIOException if the thread is interrupted while it waits
   */
  public static FileLocking hold(Path file) throws IOException {
    Path folder = Files.createDirectories(file.toAbsolutePath().resolveSibling("")).toRealPath();
    Path real = folder.resolve(file.getFileName());
    Semaphore turn = OF_THIS_PROCESS.computeIfAbsent(real, _ -> new Semaphore(1));
    try {
      turn.acquire();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    try {
      return new FileLocking(locked(real), turn);
    } catch (IOException | RuntimeException e) {
      turn.release();
      throw e;
    }
  }

  private static FileChannel locked(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      channel.lock();
      return channel;
    } catch (FileLockInterruptionException e) {
      channel.close();
      throw interrupted(e);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static IOException interrupted(Exception e) {
    Thread.currentThread().interrupt();
    return (IOException) new InterruptedIOException("while another build ran").initCause(e);
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      turn.release();
    }
  }
}
