package org.ringbook.search.apimap;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A name that looks like the counterpart and is not.
 *
 * @param os the system on which it is mistaken
 * @param name as a reader would type it
 * @param verdict what is wrong with it
 * @param explanation one clause that follows the verdict, or an empty string
 */
public record FalseFriend(Os os, String name, Verdict verdict, String explanation) {

  /** The reason as the data file and the page give it. */
  public String why() {
    return explanation.isEmpty() ? verdict.words() : verdict.words() + ": " + explanation;
  }

  /** Reads {@code verdict} or {@code verdict: explanation}; empty where no verdict opens it. */
  static Optional<FalseFriend> parse(Os os, String name, String why) {
    return Stream.of(Verdict.values())
        .filter(verdict -> why.equals(verdict.words()) || why.startsWith(verdict.words() + ": "))
        .map(verdict -> new FalseFriend(os, name, verdict, rest(verdict, why)))
        .filter(friend -> friend.verdict == Verdict.MISSING || !friend.explanation.isEmpty())
        .findFirst();
  }

  private static String rest(Verdict verdict, String why) {
    int start = verdict.words().length() + 2;
    return why.length() <= start ? "" : why.substring(start).strip();
  }

  /** What is wrong with a name. */
  public enum Verdict {
    /** No header, manual page or documentation of the system has it. */
    MISSING("does not exist"),
    /** It exists and does something else; a port that uses it compiles and misbehaves. */
    DIFFERENT("means something else"),
    /** It exists and does the job, but the system tells drivers not to use it any more. */
    OBSOLETE("is obsolete");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    /** As the data files and the pages say it. */
    public String words() {
      return words;
    }
  }
}
