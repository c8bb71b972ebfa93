package org.ringbook.parse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ringbook.model.Judge;
import org.ringbook.model.NearestName;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.source.BookRoot;
import org.ringbook.source.YamlNode;

/** Reads the judges of {@code book.yaml}. */
final class JudgeReader {

  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern FOLDER = Pattern.compile("[\\w.-]+(/[\\w.-]+)*");
  private static final Pattern SECONDS = Pattern.compile("[1-9]\\d{0,3}");

  /** Long enough for a machine that is busy; a judge that waits for something is ended. */
  private static final String USUAL_SECONDS = "600";

  private final BookRoot root;
  private final Set<String> tables;
  private final Problems problems;
  private final Map<String, Place> ids = new HashMap<>();

  private JudgeReader(BookRoot root, Set<String> tables, Problems problems) {
    this.root = root;
    this.tables = tables;
    this.problems = problems;
  }

  /**
   * The judges that can be asked; what is wrong with others is in the problems.
   *
   * @param tables ids of the book's tables
   */
  static List<Judge> read(
      List<YamlNode> nodes, BookRoot root, Set<String> tables, Problems problems) {
    var reader = new JudgeReader(root, tables, problems);
    List<Judge> judges = new ArrayList<>();
    for (YamlNode node : nodes) {
      int before = problems.errors();
      Judge judge = reader.judge(node);
      if (problems.errors() == before) {
        judges.add(judge);
      }
    }
    return judges;
  }

  private Judge judge(YamlNode node) {
    node.allow(Set.of("id", "root", "command", "needs", "install", "record", "limit", "table"));
    return new Judge(
        id(node),
        folder(node),
        node.requiredItems("command").stream().map(YamlNode::text).toList(),
        node.items("needs").stream().map(YamlNode::text).toList(),
        node.required("install"),
        record(node),
        Duration.ofSeconds(seconds(node)),
        table(node),
        node.place());
  }

  private String id(YamlNode node) {
    String id = node.required("id");
    Place first = ids.putIfAbsent(id, node.place());
    if (!id.isEmpty() && !KEBAB.matcher(id).matches()) {
      String hint = "Use lower-case letters, digits and single hyphens.";
      problems.error("bad-id", node.place(), "the id " + id + " is not kebab-case", hint);
    } else if (first != null && !id.isEmpty()) {
      problems.error("duplicate-id", node.place(), "the id " + id + " stands twice", "At " + first);
    }
    return id;
  }

  private String folder(YamlNode node) {
    String folder = node.required("root");
    if (!folder.isEmpty() && !isFolder(folder)) {
      problems.error(
          "judge-without-folder",
          node.place(),
          "the book has no folder " + folder + " to judge",
          "Name one from the book's root on, without .. and without a slash at its ends.");
    }
    return folder;
  }

  private boolean isFolder(String folder) {
    Path path = root.path().resolve(folder);
    return FOLDER.matcher(folder).matches()
        && !List.of(folder.split("/", -1)).contains("..")
        && Files.isDirectory(path)
        && !Files.isSymbolicLink(path);
  }

  private String record(YamlNode node) {
    String record = node.required("record");
    boolean leaves = List.of(record.split("/", -1)).contains("..");
    if (!record.isEmpty() && (leaves || !FOLDER.matcher(record).matches())) {
      problems.error(
          "path-outside-book",
          node.place(),
          "the record " + record + " is outside the judge's folder",
          "Name a file below it, such as target/judged.tsv.");
    }
    return record;
  }

  private int seconds(YamlNode node) {
    String limit = node.optional("limit", USUAL_SECONDS);
    if (SECONDS.matcher(limit).matches()) {
      return Integer.parseInt(limit);
    }
    problems.error(
        "bad-limit", node.place(), "limit is " + limit, "Write seconds, from 1 to 9999.");
    return 1;
  }

  private String table(YamlNode node) {
    String table = node.optional("table", "");
    if (!table.isEmpty() && !tables.contains(table)) {
      String hint = NearestName.hint(table, tables);
      problems.error("unknown-table", node.place(), "there is no table " + table, hint);
    }
    return table;
  }
}
