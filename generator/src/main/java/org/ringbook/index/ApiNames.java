package org.ringbook.index;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.render.KernelNames;
import org.ringbook.search.apimap.ApiMap;
import org.ringbook.search.apimap.ApiMapReader;
import org.ringbook.search.apimap.ApiTable;
import org.ringbook.search.apimap.Concept;
import org.ringbook.search.apimap.Finding;
import org.ringbook.search.apimap.Match;

/**
 * The map of kernel calls as the renderer sees it.
 *
 * @param map what was read
 */
public record ApiNames(ApiMap map) implements KernelNames {

  /** Reads the map in a folder; a book may do without one. */
  public static ApiMapReader.Reading read(Path folder) {
    return Files.isDirectory(folder)
        ? ApiMapReader.read(folder)
        : new ApiMapReader.Reading(new ApiMap(List.of()), List.of());
  }

  /**
   * Names that were read; what is wrong with them is a problem.
   *
   * @param folder of the map, relative to the book's root
   */
  public static ApiNames of(ApiMapReader.Reading reading, String folder, Problems problems) {
    for (Finding finding : reading.findings()) {
      Place place = new Place(folder + "/" + finding.file(), finding.line());
      problems.error(finding.code(), place, finding.title(), finding.hint());
    }
    return new ApiNames(reading.map());
  }

  @Override
  public Optional<String> table(String category) {
    return map.category(category).map(ApiTable::html);
  }

  @Override
  public Optional<Row> row(String name) {
    return map.find(name).stream().findFirst().map(ApiNames::row);
  }

  /** The map lists what a name is before what it is not. */
  private static Row row(Match match) {
    boolean wrong = match instanceof Match.Misnomer;
    return new Row(match.concept().category(), match.concept().anchor(), wrong);
  }

  @Override
  public Optional<String> concept(String id) {
    return map.concept(id).map(Concept::title);
  }

  @Override
  public Set<String> concepts() {
    return map.concepts().map(Concept::id).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public String hint(String wrong) {
    return map.nearest(wrong)
        .or(() -> map.nearestCategory(wrong))
        .map(name -> "Did you mean " + name + "?")
        .orElse("Only names with evidence may be used; add it to the API map first.");
  }
}
