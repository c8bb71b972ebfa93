package org.ringbook.parse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringbook.model.Place;
import org.ringbook.model.Problem;
import org.ringbook.source.BookRoot;

/** What the extensions gather while Asciidoctor reads one chapter. */
final class ChapterSession {

  /** Text that an include brought in. */
  record Included(String origin, String text, Place place) {}

  /** A region that a chapter shows. */
  record ShownRegion(String file, String tag) {}

  /** A macro or block that asks for something, before its place is known. */
  record Request(String kind, String target, Map<String, String> attributes, String text) {

    Request {
      attributes = Map.copyOf(attributes);
    }

    String attribute(String name) {
      return attributes.getOrDefault(name, "");
    }
  }

  final BookRoot root;
  final Path file;
  final List<Problem> problems = new ArrayList<>();
  final List<Included> included = new ArrayList<>();
  final Set<Path> files = new LinkedHashSet<>();
  final Set<ShownRegion> regions = new LinkedHashSet<>();

  /** Which file includes which, to see a circle. */
  final Map<Path, Set<Path>> includes = new HashMap<>();

  final List<Request> requests = new ArrayList<>();

  ChapterSession(BookRoot root, Path file) {
    this.root = root;
    this.file = file;
  }

  /** Whether an include would come back to the file that it stands in; else it is noted. */
  boolean includesItself(Path from, Path target) {
    if (reaches(target, from)) {
      return true;
    }
    includes.computeIfAbsent(from, _ -> new HashSet<>()).add(target);
    return false;
  }

  private boolean reaches(Path from, Path wanted) {
    return from.equals(wanted)
        || includes.getOrDefault(from, Set.of()).stream().anyMatch(next -> reaches(next, wanted));
  }

  /** Notes a request and returns the placeholder that stands for it. */
  String request(Request request) {
    requests.add(request);
    return "<div data-use=\"" + (requests.size() - 1) + "\"></div>";
  }

  /**
   * Where a message or a block belongs.
   *
   * @param path of the file as Asciidoctor names it: that of an included file, or none
   */
  Place place(@Nullable String path, int line) {
    return files.stream()
        .filter(included -> included.toString().equals(path))
        .findFirst()
        .map(included -> new Place(root.relative(included), Math.max(line, 0)))
        .orElseGet(() -> place(line));
  }

  Place place(int line) {
    return new Place(root.relative(file), Math.max(line, 0));
  }
}
