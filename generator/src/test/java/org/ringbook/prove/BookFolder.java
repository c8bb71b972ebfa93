package org.ringbook.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ringbook.model.Book;
import org.ringbook.model.Chapter;
import org.ringbook.model.Example;
import org.ringbook.model.Front;
import org.ringbook.model.Listing;
import org.ringbook.model.Place;
import org.ringbook.model.Problem;
import org.ringbook.model.Problems;
import org.ringbook.model.ProvenBook;
import org.ringbook.model.Use;
import org.ringbook.model.Volume;

/** A small book in a folder, with one chapter, that a test fills and proves. */
final class BookFolder {

  static final String CHAPTER = "volumes/one/chapter.adoc";

  private final Path root;
  private final List<Use> uses = new ArrayList<>();
  private final List<Listing> listings = new ArrayList<>();

  /** What a run of the stage gave. */
  record Proven(ProvenBook book, List<Problem> problems) {

    List<String> codes() {
      return problems.stream().map(Problem::code).toList();
    }

    Example example(String id) {
      return Objects.requireNonNull(book.examples().get(id), id);
    }

    /** The only problem with this code in a file of this name. */
    Problem only(String code, String fileName) {
      List<Problem> found =
          problems.stream()
              .filter(p -> p.code().equals(code) && p.place().file().endsWith(fileName))
              .toList();
      if (found.size() != 1) {
        throw new AssertionError(code + " in " + fileName + ": " + found + "\nof " + problems);
      }
      return found.getFirst();
    }
  }

  BookFolder(Path folder) {
    try {
      this.root = folder.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path root() {
    return root;
  }

  Path write(String name, String text) {
    Path file = root.resolve(name);
    try {
      Files.createDirectories(root.resolve(name).resolveSibling(""));
      Files.writeString(file, text);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes an example that the chapter shows; without its output. */
  Path example(String className, String code) {
    uses.add(new Use.ExampleUse(KebabName.of(className), List.of(), place()));
    return write(
        "snippets/examples/one/" + className + ".java",
        "//JAVA 25+\n//DESCRIPTION Shows something.\n" + code);
  }

  /** Writes an example that the chapter shows, and the output that is recorded of it. */
  Path example(String className, String code, String output) {
    write("snippets/examples/one/" + className + ".out", output);
    return example(className, code);
  }

  void use(Use use) {
    uses.add(use);
  }

  void listing(String language, String text, String origin) {
    listings.add(new Listing(language, text, new Place(CHAPTER, listings.size() + 1), origin));
  }

  /** A place in the chapter. */
  Place place() {
    return new Place(CHAPTER, 100 + uses.size());
  }

  /** Settings with one worker. */
  ProveSettings settings() {
    ProveSettings all = ProveSettings.of(root, Path.of("snippets/examples"), Path.of("target/p"));
    return new ProveSettings(
        all.root(),
        all.exampleFolders(),
        all.workDir(),
        all.javaHome(),
        false,
        1,
        all.timeout(),
        all.maxOutputBytes(),
        "64m",
        List.of());
  }

  Proven prove() throws InterruptedException {
    return prove(settings());
  }

  Proven prove(ProveSettings settings) throws InterruptedException {
    try (Prover prover = new Prover(settings)) {
      return prove(prover);
    }
  }

  Proven prove(Prover prover) throws InterruptedException {
    return prove(prover, ProveProgress.SILENT);
  }

  Proven prove(Prover prover, ProveProgress progress) throws InterruptedException {
    Problems problems = new Problems();
    ProvenBook proven = prover.prove(book(), problems, progress);
    return new Proven(proven, problems.sorted());
  }

  private Book book() {
    Chapter chapter =
        new Chapter("chapter", "1.1", "Chapter", List.of(), CHAPTER, "", uses, listings);
    Volume volume = new Volume("one", "I", "One", "First.", List.of(), List.of(chapter));
    return new Book(
        "Book",
        "A book.",
        new Front("", List.of()),
        root,
        List.of(volume),
        List.of(),
        List.of(),
        List.of());
  }
}
