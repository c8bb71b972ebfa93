package org.ringbook.source;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** Says why a file couldn't be read or written, for people. */
public final class IoReason {

  private IoReason() {}

  /** Such as {@code No space left on device (site/index.html)}. */
  public static String of(IOException failure) {
    if (!(failure instanceof FileSystemException file)) {
      String message = failure.getMessage();
      return message == null ? kind(failure) : kind(failure) + ": " + message;
    }
    String reason = file.getReason() == null ? kind(failure) : file.getReason();
    return file.getFile() == null ? reason : reason + " (" + file.getFile() + ")";
  }

  /** {@code NoSuchFileException} read as words: no such file. */
  private static String kind(IOException failure) {
    return failure
        .getClass()
        .getSimpleName()
        .replaceFirst("Exception$", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }
}
