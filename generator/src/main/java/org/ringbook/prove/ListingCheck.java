package org.ringbook.prove;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ringbook.model.Book;
import org.ringbook.model.Listing;
import org.ringbook.model.Problems;
import org.ringbook.prove.judge.Verdicts;

/**
 * Checks that every listing is proven: by its judge where the book names one for its file, else
 * Java by the compiler, all other languages by some {@link ListingProof}.
 */
final class ListingCheck {

  private static final Pattern CALLOUT =
      Pattern.compile("(?:\\s*(?://)?\\s*(?:<\\d+>|\\(\\d+\\)))+$");

  private final BookPaths paths;
  private final Compiled compiled;
  private final ModuleCompiler declarations;
  private final List<ListingProof> proofs;
  private final Verdicts judges;
  private final Problems problems;

  ListingCheck(
      BookPaths paths,
      Compiled compiled,
      ModuleCompiler declarations,
      List<ListingProof> proofs,
      Verdicts judges,
      Problems problems) {
    this.paths = paths;
    this.compiled = compiled;
    this.declarations = declarations;
    this.proofs = proofs;
    this.judges = judges;
    this.problems = problems;
  }

  /** How many listings of the book are proven; the others are reported. */
  int proven(Book book) {
    return (int)
        book.chapters()
            .flatMap(chapter -> chapter.listings().stream())
            .filter(this::isProven)
            .count();
  }

  private boolean isProven(Listing listing) {
    if (!listing.origin().isEmpty() && !isInBook(listing)) {
      return false;
    }
    if (judges.areFor(listing)) {
      return judges.pass(listing, problems);
    }
    return listing.language().equals("java") ? isCompiled(listing) : hasProof(listing);
  }

  private boolean isInBook(Listing listing) {
    if (paths.inside(listing.origin()).isPresent()) {
      return true;
    }
    problems.error(
        "path-outside-book",
        listing.place(),
        "the listing is from no file of the book: " + listing.origin(),
        "include it from a file of the book");
    return false;
  }

  private boolean isCompiled(Listing listing) {
    Optional<Path> file = paths.inside(listing.origin());
    if (listing.origin().isEmpty() || file.isEmpty()) {
      problems.error(
          "listing-not-compiled",
          listing.place(),
          "this Java is typed into the chapter",
          "include it from a file that the build compiles");
      return false;
    }
    boolean sound =
        ModuleCompiler.isDeclaration(file.get())
            ? declarations.takes(file.get())
            : compiled.files().contains(file.get());
    if (!sound) {
      problems.error(
          "listing-not-compiled",
          listing.place(),
          "this Java is from a file that was not compiled: " + listing.origin(),
          "mend that file, or include from one that the build compiles");
      return false;
    }
    return isFrom(listing, file.get());
  }

  /** A block may mix typed lines with included ones; every line must stand in the file. */
  private boolean isFrom(Listing listing, Path file) {
    Set<String> known = lines(file);
    Optional<String> typed =
        listing.text().lines().map(ListingCheck::bare).filter(l -> !known.contains(l)).findFirst();
    typed.ifPresent(
        line ->
            problems.error(
                "listing-not-compiled",
                listing.place(),
                "a line of this Java is not in " + listing.origin() + ": " + line,
                "include all of a listing from one file that the build compiles"));
    return typed.isEmpty();
  }

  private static Set<String> lines(Path file) {
    try {
      Set<String> lines =
          Files.readString(file).lines().map(ListingCheck::bare).collect(Collectors.toSet());
      lines.add("");
      return lines;
    } catch (IOException e) {
      return Set.of();
    }
  }

  private static String bare(String line) {
    return CALLOUT.matcher(line.strip()).replaceFirst("").strip();
  }

  private boolean hasProof(Listing listing) {
    for (ListingProof proof : proofs) {
      ListingProof.Verdict verdict = proof.judge(listing, problems);
      if (verdict != ListingProof.Verdict.PASS) {
        return verdict == ListingProof.Verdict.PROVEN;
      }
    }
    problems.error(
        "unproven-listing",
        listing.place(),
        "nothing proves this listing of " + language(listing),
        listing.origin().isEmpty()
            ? "include it, whole, from a file that the build compiles, runs or parses"
            : "show what the build compiles, runs or parses; "
                + listing.origin()
                + " has no judge");
    return false;
  }

  private static String language(Listing listing) {
    return listing.language().isEmpty() ? "no language" : listing.language();
  }
}
