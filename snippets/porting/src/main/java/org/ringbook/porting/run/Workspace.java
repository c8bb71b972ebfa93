package org.ringbook.porting.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The folder of a run's files.
 *
 * @param folder that exists
 */
public record Workspace(Path folder) {
  /** Bytes of a digest that are kept: enough to notice any change. */
  private static final int KEPT = 16;

  /** Writes a file, and notes in the state what was written. */
  public RunState write(RunState now, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    return now.made(name, digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Files that are no longer what the state says, or gone. */
  public List<String> changed(RunState state) throws IOException {
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, String> made : state.artifacts().entrySet()) {
      Path file = folder.resolve(made.getKey());
      String seen = Files.exists(file) ? digest(Files.readAllBytes(file)) : "gone";
      if (!seen.equals(made.getValue())) {
        found.add(made.getKey());
      }
    }
    return found;
  }

  /** The first half of the SHA-256, in hexadecimal. */
  private static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, KEPT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
