package org.ringbook.search.apimap;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one concept of a category's file. */
final class ConceptReader {

  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Set<String> OS_KEYS =
      Stream.of(Os.values()).map(Os::key).collect(Collectors.toUnmodifiableSet());
  private static final Set<String> KEYS =
      Stream.concat(
              OS_KEYS.stream(),
              Stream.of(
                  "id",
                  "title",
                  "relation",
                  "does",
                  "ownership",
                  "context",
                  "note",
                  "stub",
                  "example",
                  "falseFriends",
                  "inventory"))
          .collect(Collectors.toUnmodifiableSet());

  private final YamlMap yaml;
  private final EvidenceTable evidence;

  private ConceptReader(YamlMap yaml, EvidenceTable evidence) {
    this.yaml = yaml;
    this.evidence = evidence;
  }

  /** The concept, with what could be read of it; empty only without an id or a title. */
  static Optional<Concept> read(YamlMap yaml, String category, EvidenceTable evidence) {
    return new ConceptReader(yaml, evidence).read(category);
  }

  private Optional<Concept> read(String category) {
    yaml.allow(KEYS);
    Optional<String> id = id();
    Optional<String> title = yaml.required("title");
    Relation relation = yaml.required("relation").map(this::relation).orElse(Relation.CONCEPT);
    Words words = words();
    CompletenessCheck.check(yaml, relation, words);
    Map<Os, OsColumn> columns = columns();
    RelationCheck.check(yaml, relation, columns);
    List<FalseFriend> friends = falseFriends(columns);
    List<String> inventory = inventory();
    if (id.isEmpty() || title.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Concept(
            id.get(),
            category,
            title.get(),
            relation,
            words,
            columns,
            friends,
            inventory,
            yaml.text("stub"),
            yaml.text("example")));
  }

  private Words words() {
    return new Words(
        yaml.required("does").orElse(""),
        yaml.text("ownership").orElse(""),
        yaml.text("context").orElse(""),
        yaml.required("note").orElse(""));
  }

  private Optional<String> id() {
    Optional<String> id = yaml.required("id");
    id.filter(text -> !KEBAB.matcher(text).matches())
        .ifPresent(
            text ->
                yaml.add(
                    "api-wrong-value",
                    yaml.line("id"),
                    "the id " + text + " is not kebab-case",
                    "use lower-case letters, digits and single hyphens"));
    return id;
  }

  private Relation relation(String text) {
    List<String> known = Stream.of(Relation.values()).map(Relation::key).toList();
    Optional<Relation> relation = Relation.of(text);
    if (relation.isEmpty()) {
      String hint = Spelling.hint(text, known, "known: " + String.join(", ", known));
      yaml.add("api-wrong-value", yaml.line("relation"), "unknown relation " + text, hint);
    }
    return relation.orElse(Relation.CONCEPT);
  }

  private Map<Os, OsColumn> columns() {
    Map<Os, OsColumn> columns = new EnumMap<>(Os.class);
    for (Os os : Os.values()) {
      if (!yaml.has(os.key())) {
        String title = "a concept has no " + os.key() + " column";
        yaml.add("api-missing-field", yaml.line(), title, "add calls, or none: with the reason");
      }
      yaml.map(os.key(), "the " + os.title() + " column")
          .ifPresent(column -> columns.put(os, ColumnReader.read(os, column, evidence)));
    }
    return columns;
  }

  private List<FalseFriend> falseFriends(Map<Os, OsColumn> columns) {
    List<FalseFriend> friends = new ArrayList<>();
    for (YamlMap friend : yaml.maps("falseFriends", "a false friend")) {
      friend.allow(Set.of("os", "name", "why"));
      Optional<Os> os = friend.required("os").flatMap(text -> os(friend, text));
      Optional<String> name = friend.required("name");
      Optional<String> why = friend.required("why");
      if (os.isPresent() && name.isPresent() && why.isPresent()) {
        OsColumn column = columns.get(os.get());
        falseFriend(friend, os.get(), name.get(), why.get())
            .filter(read -> isNoAnswer(friend, read, column))
            .ifPresent(friends::add);
      }
    }
    return friends;
  }

  private static Optional<Os> os(YamlMap friend, String text) {
    Optional<Os> os = Os.of(text);
    if (os.isEmpty()) {
      String fallback = "known: " + String.join(", ", OS_KEYS.stream().sorted().toList());
      String hint = Spelling.hint(text, OS_KEYS, fallback);
      friend.add("api-unknown-os", friend.line("os"), "unknown system " + text, hint);
    }
    return os;
  }

  private Optional<FalseFriend> falseFriend(YamlMap friend, Os os, String name, String why) {
    Optional<FalseFriend> parsed = FalseFriend.parse(os, name, why);
    if (parsed.isEmpty()) {
      String title = "the reason for " + name + " opens with no verdict";
      String hint = "write 'does not exist', 'means something else: …' or 'is obsolete: …'";
      friend.add("api-wrong-value", friend.line("why"), title, hint);
    } else if (parsed.get().verdict() == FalseFriend.Verdict.MISSING && evidence.has(os, name)) {
      String title = name + " is said not to exist on " + os.title() + ", but has evidence";
      friend.add("api-contradiction", friend.line("name"), title, "correct one of the two");
    }
    return parsed;
  }

  /** What the column recommends, the same concept cannot warn of. */
  private static boolean isNoAnswer(YamlMap yaml, FalseFriend friend, @Nullable OsColumn column) {
    boolean answer =
        column != null && column.everyCall().anyMatch(call -> call.name().equals(friend.name()));
    if (answer) {
      String title = friend.name() + " is both a call and a false friend on " + friend.os().title();
      yaml.add("api-contradiction", yaml.line("name"), title, "keep one");
    }
    return !answer;
  }

  private List<String> inventory() {
    List<String> rows = new ArrayList<>();
    for (Node item : yaml.items("inventory")) {
      yaml.text(item, "inventory").ifPresent(rows::add);
    }
    return rows;
  }
}
