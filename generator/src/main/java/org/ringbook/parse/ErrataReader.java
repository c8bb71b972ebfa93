package org.ringbook.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.ringbook.model.Mistake;
import org.ringbook.model.NearestName;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.source.BookRoot;
import org.ringbook.source.IoReason;
import org.ringbook.source.YamlNode;

/** Reads {@code errata.yaml}: what other guides have wrong, group by group. */
final class ErrataReader {

  private static final List<String> PARTS =
      Stream.of(Mistake.Part.values()).map(part -> part.name().toLowerCase(Locale.ROOT)).toList();

  private final Problems problems;
  private final EntryIds ids;

  private ErrataReader(Problems problems) {
    this.problems = problems;
    this.ids = new EntryIds(problems);
  }

  /** The groups in the file; none, and no problem, where there is no such file. */
  static List<Mistake.Group> read(BookRoot root, Path file, Problems problems) {
    if (!Files.exists(file)) {
      return List.of();
    }
    String name = root.relative(file);
    try {
      return YamlNode.parse(name, Files.readString(file), problems)
          .map(node -> new ErrataReader(problems).groups(node))
          .orElse(List.of());
    } catch (IOException e) {
      String title = "the errata can't be read: " + IoReason.of(e);
      problems.error("unreadable-file", Place.of(name), title, "Write them in UTF-8.");
      return List.of();
    }
  }

  private List<Mistake.Group> groups(YamlNode file) {
    file.allow(Set.of("groups"));
    return file.requiredItems("groups").stream().map(this::group).toList();
  }

  private Mistake.Group group(YamlNode node) {
    node.allow(Set.of("id", "title", "mistakes"));
    List<Mistake> mistakes = node.requiredItems("mistakes").stream().map(this::mistake).toList();
    return new Mistake.Group(ids.of(node), node.required("title"), mistakes);
  }

  private Mistake mistake(YamlNode node) {
    node.allow(Set.of("id", "said", "right", "source", "shown"));
    List<Mistake.Shown> shown = new ArrayList<>();
    node.items("shown").forEach(part -> part.members().forEach((k, v) -> shown(k, v, shown)));
    return new Mistake(
        ids.of(node),
        node.required("said"),
        node.required("right"),
        node.required("source"),
        shown);
  }

  private void shown(String part, YamlNode name, List<Mistake.Shown> into) {
    if (PARTS.contains(part)) {
      Mistake.Part kind = Mistake.Part.valueOf(part.toUpperCase(Locale.ROOT));
      into.add(new Mistake.Shown(kind, name.text(), name.place()));
    } else {
      String hint = NearestName.hint(part, PARTS);
      problems.error("unknown-key", name.place(), "unknown key " + part, hint);
    }
  }
}
