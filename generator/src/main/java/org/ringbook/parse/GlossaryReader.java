package org.ringbook.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringbook.model.NearestName;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.model.Term;
import org.ringbook.source.BookRoot;
import org.ringbook.source.IoReason;
import org.ringbook.source.YamlNode;

/** Reads {@code glossary.yaml}: the words of the field, each defined once. */
final class GlossaryReader {

  /** Words with letters, digits, underscores and inner hyphens: what a text can be searched for. */
  private static final Pattern SPELLING =
      Pattern.compile("[\\p{L}\\p{N}_]+([ -][\\p{L}\\p{N}_]+)*");

  private final Problems problems;
  private final Map<String, Place> spellings = new HashMap<>();
  private final Map<String, YamlNode> references = new HashMap<>();

  private GlossaryReader(Problems problems) {
    this.problems = problems;
  }

  /** The terms in the file; none, and no problem, where there is no such file. */
  static List<Term> read(BookRoot root, Path file, Problems problems) {
    if (!Files.exists(file)) {
      return List.of();
    }
    String name = root.relative(file);
    try {
      return YamlNode.parse(name, Files.readString(file), problems)
          .map(node -> new GlossaryReader(problems).terms(node))
          .orElse(List.of());
    } catch (IOException e) {
      String title = "the glossary can't be read: " + IoReason.of(e);
      problems.error("unreadable-file", Place.of(name), title, "Write it in UTF-8.");
      return List.of();
    }
  }

  private List<Term> terms(YamlNode file) {
    file.allow(Set.of("terms"));
    List<Term> terms = new ArrayList<>();
    for (YamlNode node : file.requiredItems("terms")) {
      Term term = term(node);
      if (isNew(term.name(), node.place())) {
        terms.add(term);
      }
      node.items("also").forEach(also -> isNew(also.text(), also.place()));
    }
    terms.forEach(term -> term.see().forEach(id -> checkReference(id, terms)));
    return terms;
  }

  private Term term(YamlNode node) {
    node.allow(Set.of("term", "also", "short", "more", "see", "chapter"));
    String name = node.required("term");
    List<YamlNode> see = node.items("see");
    see.forEach(other -> references.putIfAbsent(Term.id(other.text()), other));
    return new Term(
        Term.id(name),
        name,
        node.items("also").stream().map(YamlNode::text).toList(),
        node.required("short").strip(),
        node.optional("more", "").strip(),
        see.stream().map(other -> Term.id(other.text())).toList(),
        node.optional("chapter", ""),
        node.place());
  }

  /** Whether no entry before has this spelling; letter case makes no other word of it. */
  private boolean isNew(String spelling, Place place) {
    if (spelling.isBlank()) {
      return false;
    }
    if (!SPELLING.matcher(spelling).matches()) {
      String hint = "Use letters, digits, _ and -, with single spaces between words.";
      problems.error("bad-spelling", place, "no text can be searched for " + spelling, hint);
    }
    Place first = spellings.putIfAbsent(spelling.toLowerCase(Locale.ROOT), place);
    if (first != null) {
      String title = "the term " + spelling + " is defined twice";
      problems.error("duplicate-term", place, title, "It stands at " + first + " already.");
    }
    return first == null;
  }

  private void checkReference(String id, List<Term> terms) {
    YamlNode node = references.get(id);
    if (node != null && terms.stream().noneMatch(term -> term.id().equals(id))) {
      references.remove(id);
      List<String> known =
          terms.stream().flatMap(term -> Stream.of(term.name(), term.id())).distinct().toList();
      String hint = NearestName.hint(node.text(), known);
      problems.error("unknown-term", node.place(), "the glossary has no " + node.text(), hint);
    }
  }
}
