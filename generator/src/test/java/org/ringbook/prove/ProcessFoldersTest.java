package org.ringbook.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFoldersTest {

  private final Path parent;

  ProcessFoldersTest(@TempDir Path dir) {
    this.parent = dir.resolve("asked");
  }

  @Test
  void aProcessHasAsManyAsItWants() {
    Path one = ProcessFolders.make(parent);
    Path other = ProcessFolders.make(parent);
    assertNotEquals(one, other);
    assertTrue(Files.isDirectory(one) && Files.isDirectory(other));
  }

  @Test
  void whatAKilledProcessLeftIsRemoved() throws IOException, InterruptedException {
    Path left = Files.createDirectories(parent.resolve(endedProcess() + "-4711/classes"));
    Files.writeString(left.resolve("Main.class"), "x");
    Path mine = ProcessFolders.make(parent);
    assertEquals(List.of(mine), Folders.list(parent));
  }

  @Test
  void whatIsNobodysFolderIsLeftAlone() throws IOException {
    Path other = Files.createDirectories(parent.resolve("notes"));
    Path number = Files.createDirectories(parent.resolve("99999999999999999999-big"));
    ProcessFolders.make(parent);
    assertTrue(Files.isDirectory(other) && Files.isDirectory(number));
  }

  private static long endedProcess() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "--version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.waitFor();
    return process.pid();
  }
}
