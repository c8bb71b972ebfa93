package org.ringbook.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringbook.build.BookFolders;
import org.ringbook.render.api.ConceptAddress;
import org.ringbook.search.apimap.Call;
import org.ringbook.search.apimap.Concept;

/** Finds what the handbook has to say about a concept, from its sources: no build is needed. */
final class WhereToRead {

  private static final int MOST = 4;
  private static final Pattern NAME = Pattern.compile("api:([\\w.]+)\\[");

  private final BookFolders folders;

  WhereToRead(BookFolders folders) {
    this.folders = folders;
  }

  /** Its own page if the site is built, then the sections that show or name its calls. */
  List<String> of(Concept concept) {
    List<String> places = new ArrayList<>();
    Path page = folders.site().resolve(ConceptAddress.of(concept.id()));
    if (Files.isRegularFile(page)) {
      places.add(page.toString());
    }
    try {
      places.addAll(sections(concept));
    } catch (IOException e) {
      // A book whose chapters can't be read has other commands to say so; the answer stands.
      return places;
    }
    return places;
  }

  /** The section with the table of its category is the last, for those that only name it teach. */
  private List<String> sections(Concept concept) throws IOException {
    Set<String> names = concept.everyCall().map(Call::name).collect(Collectors.toSet());
    String table = "api-table::" + concept.category() + "[";
    List<String> naming = new ArrayList<>();
    List<String> showing = new ArrayList<>();
    for (Path chapter : chapters()) {
      String title = "";
      String section = "";
      for (String line : Files.readAllLines(chapter)) {
        if (line.startsWith("= ")) {
          title = line.substring(2).strip();
        } else if (line.startsWith("== ") || line.startsWith("=== ")) {
          section = line.substring(line.indexOf(' ')).strip();
        } else if (line.startsWith(table)) {
          showing.add(place(title, section));
        } else if (line.contains("api:") && mentions(line, names)) {
          naming.add(place(title, section));
        }
      }
    }
    return Stream.concat(naming.stream().distinct().limit(MOST - 1), showing.stream().distinct())
        .limit(MOST)
        .toList();
  }

  private static boolean mentions(String line, Set<String> names) {
    Matcher matcher = NAME.matcher(line);
    return matcher.results().anyMatch(found -> names.contains(found.group(1)));
  }

  private static String place(String title, String section) {
    return section.isEmpty() ? "“" + title + "”" : "“" + title + "”, section “" + section + "”";
  }

  private List<Path> chapters() throws IOException {
    try (Stream<Path> files = Files.walk(folders.volumes(), 2)) {
      return files.filter(file -> file.toString().endsWith(".adoc")).sorted().toList();
    }
  }
}
