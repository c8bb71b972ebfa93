package org.ringbook.prove;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ringbook.model.BitLayout;
import org.ringbook.model.Book;
import org.ringbook.model.NearestName;
import org.ringbook.model.Place;
import org.ringbook.model.Problem;
import org.ringbook.model.Problems;
import org.ringbook.model.Use;
import org.ringbook.prove.worker.Reply;
import org.ringbook.prove.worker.Request;

/** Reads the layouts that chapters draw from the classes that the build compiled. */
final class LayoutReader {

  private final ProveSettings settings;
  private final WorkerPool pool;
  private final ProofCache cache;
  private final SnippetModules modules;
  private final Problems problems;

  LayoutReader(
      ProveSettings settings,
      WorkerPool pool,
      ProofCache cache,
      SnippetModules modules,
      Problems problems) {
    this.settings = settings;
    this.pool = pool;
    this.cache = cache;
    this.modules = modules;
    this.problems = problems;
  }

  /** Where each type is drawn first. */
  static Map<String, Place> uses(Book book) {
    return book.chapters()
        .flatMap(chapter -> chapter.uses().stream())
        .filter(Use.BitLayoutUse.class::isInstance)
        .map(Use.BitLayoutUse.class::cast)
        .collect(
            Collectors.toMap(
                Use.BitLayoutUse::type, Use.BitLayoutUse::place, (a, _) -> a, TreeMap::new));
  }

  /** The layouts by type; a type without a sound layout is reported where it is drawn. */
  Map<String, BitLayout> read(Map<String, Place> uses, Compiled compiled)
      throws InterruptedException {
    List<Callable<Optional<BitLayout>>> tasks =
        uses.entrySet().stream().map(use -> task(use.getKey(), use.getValue(), compiled)).toList();
    return pool.all(tasks).stream()
        .flatMap(Optional::stream)
        .collect(Collectors.toMap(BitLayout::type, layout -> layout));
  }

  private Callable<Optional<BitLayout>> task(String type, Place place, Compiled compiled) {
    return () -> {
      if (!Files.exists(compiled.classes().resolve(type.replace('.', '/') + ".class"))) {
        missing(type, place, compiled);
        return Optional.empty();
      }
      String key = new Fingerprint().add("layout").add(type).add(compiled.stamp()).hex();
      Optional<String> cached = cache.get(key);
      Optional<String> rows = cached.or(() -> ask(type, place, compiled));
      if (cached.isEmpty()) {
        rows.ifPresent(text -> cache.put(key, text));
      }
      return rows.flatMap(text -> checked(LayoutRows.parse(type, text), place));
    };
  }

  /** A class whose file doesn't compile has its problem already; an undeclared module has none. */
  private void missing(String type, Place place, Compiled compiled) {
    boolean broken =
        modules
            .sourceOf(type)
            .filter(modules::isCompiled)
            .filter(file -> !compiled.files().contains(file))
            .isPresent();
    if (!broken) {
      List<String> known = classNames(compiled.classes());
      problems.error(
          "unknown-layout", place, "no class is called " + type, NearestName.hint(type, known));
    }
  }

  private static List<String> classNames(Path classes) {
    return Folders.walk(classes).stream()
        .map(path -> classes.relativize(path).toString().replace('\\', '/'))
        .filter(name -> name.endsWith(".class"))
        .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
        .toList();
  }

  private Optional<String> ask(String type, Place place, Compiled compiled) {
    Reply reply =
        pool.call(
            new Request(
                Request.Kind.LAYOUT,
                compiled.classes().toString(),
                type,
                settings.timeout().toMillis(),
                settings.maxOutputBytes()));
    if (reply.kind() == Reply.Kind.FINISHED) {
      return Optional.of(reply.output());
    }
    problems.add(
        Problem.error(
                "unreadable-layout",
                place,
                type + " declares no layout that can be read",
                "it needs the constants LAYOUT, FIELDS and TITLE")
            .withDetail(reply.detail()));
    return Optional.empty();
  }

  private Optional<BitLayout> checked(LayoutRows rows, Place place) {
    List<String> wrong = LayoutCheck.of(rows);
    if (!wrong.isEmpty()) {
      problems.add(
          Problem.error(
                  "layout-disagrees",
                  place,
                  "FIELDS and LAYOUT of " + rows.layout().type() + " disagree",
                  "correct whichever the datasheet contradicts")
              .withDetail(String.join("\n", wrong)));
      return Optional.empty();
    }
    return Optional.of(rows.layout());
  }
}
