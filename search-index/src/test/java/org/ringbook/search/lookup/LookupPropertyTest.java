package org.ringbook.search.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.ringbook.search.apimap.Os;
import org.ringbook.search.spelling.EditDistance;

/** What holds for every name of the handbook's map, and for any text at all. */
class LookupPropertyTest {

  private static final Lookup LOOKUP = HandbookLookup.LOOKUP;

  @Property
  void anyTextHasAnAnswer(
      @ForAll String text, @ForAll("system") Optional<Os> from, @ForAll("system") Optional<Os> to) {
    Answer answer = LOOKUP.ask(new Question(text, from, to));
    assertEquals(answer.status() == Status.NONE, answer.hits().isEmpty());
    assertTrue(answer.query().length() <= Question.LONGEST + 1);
    assertTrue(answer.query().chars().noneMatch(Character::isISOControl));
  }

  @Property
  void syntaxIsJustText(@ForAll("syntax") String text) {
    Answer answer = LOOKUP.ask(text);
    assertEquals(answer.status() == Status.NONE, answer.hits().isEmpty());
  }

  @Property(tries = 200)
  void whatIsTooLongIsRefusedInASentence(@ForAll @IntRange(min = 201, max = 20_000) int length) {
    Answer answer = LOOKUP.ask("a".repeat(length));
    assertEquals(Status.NONE, answer.status());
    assertTrue(answer.message().contains("200 characters"), answer.message());
    assertTrue(answer.query().length() <= Question.LONGEST + 1);
  }

  @Property(tries = 2000)
  void everyNameIsFoundFirstByItself(@ForAll("right") String name) {
    Answer answer = LOOKUP.ask(name);
    assertEquals(Status.FOUND, answer.status());
    assertEquals(name, answer.names().getFirst());
    Hit first = answer.hits().getFirst();
    assertTrue(first.isRight());
    assertTrue(first.matches().stream().anyMatch(match -> match.name().equalsIgnoreCase(name)));
  }

  @Property(tries = 2000)
  void aNameIsFoundWithWhatClingsToIt(@ForAll("right") String name, @ForAll("clinging") String it) {
    Answer answer = LOOKUP.ask(it.formatted(name));
    assertEquals(Status.FOUND, answer.status(), () -> it.formatted(name));
    assertEquals(name, answer.names().getFirst());
  }

  @Property(tries = 2000)
  void everyFalseFriendIsFoundByItsName(@ForAll("wrong") String name) {
    Answer answer = LOOKUP.ask(name);
    boolean alsoRight = HandbookLookup.isRight(name);
    assertEquals(alsoRight ? Status.FOUND : Status.FALSE_FRIEND, answer.status());
    assertFalse(answer.message().isEmpty(), "no word of warning");
    assertTrue(answer.hits().stream().anyMatch(hit -> hit.warnings().findAny().isPresent()));
  }

  @Property
  void aSlipInALongNameIsForgiven(@ForAll("slips") Slip slip) {
    Assume.that(!isKnown(slip.typed));
    Assume.that(rivals(slip) < 3);
    Answer answer = LOOKUP.ask(slip.typed);
    String said = slip.meant + " typed as " + slip.typed + ": " + answer.names();
    if (answer.status() == Status.FOUND) {
      assertTrue(isSameLetters(slip), said);
      return;
    }
    assertEquals(Status.SUGGESTION, answer.status(), said);
    assertTrue(first3(answer.names()).anyMatch(slip.meant::equalsIgnoreCase), said);
    assertTrue(
        first3(answer.hits())
            .flatMap(hit -> hit.matches().stream())
            .anyMatch(match -> match.name().equalsIgnoreCase(slip.meant)),
        said);
  }

  private static <T> Stream<T> first3(List<T> all) {
    return all.stream().limit(3);
  }

  private static boolean isKnown(String text) {
    return !HandbookLookup.MAP.find(text).isEmpty();
  }

  /** A separator more or less is no slip at all. */
  private static boolean isSameLetters(Slip slip) {
    return Question.squash(slip.meant).equals(Question.squash(slip.typed)) || !isKnown(slip.typed);
  }

  /** Other names that are as near: of four, three can be shown first. */
  private static long rivals(Slip slip) {
    String typed = Question.squash(slip.typed);
    return Stream.concat(HandbookLookup.RIGHT.stream(), HandbookLookup.WRONG.stream())
        .distinct()
        .filter(name -> !name.equalsIgnoreCase(slip.meant))
        .filter(name -> EditDistance.atMost(1, typed, Question.squash(name)) <= 1)
        .count();
  }

  @Provide
  Arbitrary<Optional<Os>> system() {
    return Arbitraries.of(Os.class).optional(0.5);
  }

  @Provide
  Arbitrary<String> right() {
    return Arbitraries.of(HandbookLookup.RIGHT);
  }

  @Provide
  Arbitrary<String> wrong() {
    return Arbitraries.of(HandbookLookup.WRONG);
  }

  @Provide
  Arbitrary<String> clinging() {
    return Arbitraries.of(
        "%s()", "%s(dev, NULL);", " %s,", "`%s`", "\"%s\".", "&%s", "\t%s\n", "%s?", "<b>%s</b>");
  }

  @Provide
  Arbitrary<String> syntax() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "*",
            "?",
            "(",
            ")",
            "[",
            "a-",
            "]",
            "{9}",
            "\\",
            "\"",
            "~2",
            "^",
            "AND",
            "NOT",
            "+",
            "title:",
            "<script>",
            "&amp;",
            "%s",
            "$",
            "..",
            "/",
            "\u0000",
            "\u001b[31m",
            "\u202e",
            "dma",
            "_",
            "net",
            "\ud800");
    return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
  }

  /** A name, and how somebody typed it. */
  record Slip(String meant, String typed) {}

  @Provide
  Arbitrary<Slip> slips() {
    List<String> names = HandbookLookup.RIGHT.stream().filter(it -> it.length() >= 6).toList();
    return Combinators.combine(
            Arbitraries.of(names),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 200),
            Arbitraries.chars().range('a', 'z'))
        .as(LookupPropertyTest::slip);
  }

  private static Slip slip(String name, int kind, int place, char letter) {
    int at = place % (name.length() - 1);
    String before = name.substring(0, at);
    String after = name.substring(at + 1);
    String typed =
        switch (kind) {
          case 0 -> before + after;
          case 1 -> before + letter + after;
          case 2 -> before + letter + name.substring(at);
          default -> before + name.charAt(at + 1) + name.charAt(at) + after.substring(1);
        };
    return new Slip(name, typed);
  }
}
