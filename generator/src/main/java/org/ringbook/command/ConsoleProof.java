package org.ringbook.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ringbook.build.BookFolders;
import org.ringbook.model.Listing;
import org.ringbook.model.NearestName;
import org.ringbook.model.Place;
import org.ringbook.model.Problem;
import org.ringbook.model.Problems;
import org.ringbook.prove.Examples;
import org.ringbook.prove.ListingProof;
import org.ringbook.prove.ProveSettings;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Proves console listings: each command after {@code $ } must be one that works, with options that
 * exist and examples that are there.
 */
final class ConsoleProof implements ListingProof {

  private final BookFolders folders;

  ConsoleProof(BookFolders folders) {
    this.folders = folders;
  }

  @Override
  public Verdict judge(Listing listing, Problems problems) {
    if (!listing.language().equals("console")) {
      return Verdict.PASS;
    }
    List<Problem> wrong = new ArrayList<>();
    int number = listing.place().line();
    for (String line : listing.text().lines().toList()) {
      Place place = new Place(listing.place().file(), ++number);
      judge(line.strip(), place).ifPresent(wrong::add);
    }
    problems.addAll(wrong);
    return wrong.isEmpty() ? Verdict.PROVEN : Verdict.REFUTED;
  }

  private Optional<Problem> judge(String line, Place place) {
    List<String> words = List.of(line.split("\\s+", -1));
    if (line.isEmpty()) {
      return Optional.empty();
    }
    if (words.size() < 2 || !words.getFirst().equals("$")) {
      return wrong(
          place, "not a command: " + line, "Begin each command with a dollar sign and a space.");
    }
    List<String> arguments = words.subList(2, words.size());
    return switch (words.get(1)) {
      case "./ringbook", "ringbook" -> ringbook(place, arguments);
      case "jbang" -> jbang(place, arguments);
      case "./mvnw" -> mvnw(place, arguments);
      default ->
          wrong(
              place,
              "nobody proves the command " + words.get(1),
              "Show ringbook, jbang or ./mvnw verify.");
    };
  }

  private Optional<Problem> ringbook(Place place, List<String> arguments) {
    try {
      CommandLine line = RingbookCommand.line();
      line.parseArgs(arguments.toArray(String[]::new));
      boolean runs = arguments.size() > 1 && arguments.getFirst().equals("run");
      return runs ? jbang(place, arguments.subList(1, arguments.size())) : Optional.empty();
    } catch (ParameterException e) {
      return wrong(place, "ringbook refuses: " + e.getMessage(), "See ringbook --help.");
    }
  }

  private Optional<Problem> jbang(Place place, List<String> arguments) {
    String id = arguments.isEmpty() ? "" : arguments.getFirst();
    Set<String> known = examples();
    return known.contains(id)
        ? Optional.empty()
        : wrong(place, "no example " + id, NearestName.hint(id, known));
  }

  private static Optional<Problem> mvnw(Place place, List<String> arguments) {
    return arguments.equals(List.of("verify"))
        ? Optional.empty()
        : wrong(place, "only ./mvnw verify is proven", "");
  }

  /** Listed anew for each command: while we serve, examples come and go. */
  private Set<String> examples() {
    return Examples.ids(
        ProveSettings.of(folders.root().path(), folders.examples(), folders.work()));
  }

  private static Optional<Problem> wrong(Place place, String title, String hint) {
    return Optional.of(Problem.error("wrong-command", place, title, hint));
  }
}
