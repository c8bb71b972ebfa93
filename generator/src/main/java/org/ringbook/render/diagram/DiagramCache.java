package org.ringbook.render.diagram;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Keeps drawings in a folder, so that a build without changed diagrams starts no library.
 *
 * <p>A file is named by the SHA-256 of everything that its drawing depends on, and appears whole or
 * not at all; several threads and several builds may share the folder. Failures are not kept.
 */
public final class DiagramCache {

  private final Path folder;
  private final Drawer drawer;

  /** Draws what isn't there yet. */
  @FunctionalInterface
  interface Drawer {
    Drawing draw(String kind, String text, String alt);
  }

  /** A cache in a folder that need not exist yet. */
  public DiagramCache(Path folder) {
    this(folder, Diagram::svg);
  }

  DiagramCache(Path folder, Drawer drawer) {
    this.folder = folder;
    this.drawer = drawer;
  }

  /**
   * As {@link Diagram#svg}, from the folder where it is there.
   *
   * @throws IOException where the folder cannot be read or written
   */
  public Drawing svg(String kind, String text, String alt) throws IOException {
    Path file = folder.resolve(Diagram.key(kind, text, alt) + ".svg");
    try {
      return new Drawing.Svg(Files.readString(file));
    } catch (NoSuchFileException absent) {
      Drawing drawing = drawer.draw(kind, text, alt);
      if (drawing instanceof Drawing.Svg svg) {
        write(file, svg.markup());
      }
      return drawing;
    }
  }

  private void write(Path file, String markup) throws IOException {
    Files.createDirectories(folder);
    Path aside = Files.createTempFile(folder, "drawing", ".part");
    try {
      Files.writeString(aside, markup);
      move(aside, file);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static void move(Path aside, Path file) throws IOException {
    try {
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
