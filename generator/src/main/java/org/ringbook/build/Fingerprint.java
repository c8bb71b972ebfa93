package org.ringbook.build;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ringbook.publish.Digest;

/** One name for everything that decides what a build gives: inputs, generator, Java. */
final class Fingerprint {

  private Fingerprint() {}

  static String of(BuildSettings settings) throws IOException {
    var digest = new Digest();
    digest.add("java", Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
    addGenerator(digest);
    Path root = settings.folders().root().path();
    for (Path file : files(settings.folders().inputs())) {
      digest.add(root.relativize(file).toString(), contents(file));
    }
    return digest.name();
  }

  /** Jars of the class path by size and date: reading them would take longer than the build. */
  private static void addGenerator(Digest digest) throws IOException {
    String path = System.getProperty("java.class.path", "");
    for (String entry : Arrays.asList(path.split(File.pathSeparator, -1))) {
      Path file = Path.of(entry);
      if (Files.isRegularFile(file)) {
        byte[] size = String.valueOf(Files.size(file)).getBytes(StandardCharsets.UTF_8);
        byte[] content = entry.contains("ringbook") ? Files.readAllBytes(file) : size;
        digest.add(String.valueOf(file.getFileName()), content);
      }
    }
  }

  /** Of a link also where it leads: what it leads to may be a folder, or nothing. */
  private static byte[] contents(Path file) throws IOException {
    return Files.isSymbolicLink(file)
        ? ("link to " + Files.readSymbolicLink(file)).getBytes(StandardCharsets.UTF_8)
        : Files.readAllBytes(file);
  }

  /** Sorted, without what builds themselves write. */
  private static List<Path> files(List<Path> inputs) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path input : inputs) {
      if (Files.exists(input)) {
        Files.walkFileTree(input, collector(files));
      }
    }
    files.sort(null);
    return files;
  }

  private static SimpleFileVisitor<Path> collector(List<Path> files) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return folder.endsWith("target") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        files.add(file);
        return FileVisitResult.CONTINUE;
      }
    };
  }
}
