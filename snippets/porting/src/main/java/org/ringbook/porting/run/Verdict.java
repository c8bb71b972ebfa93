package org.ringbook.porting.run;

/**
 * What a gate says.
 *
 * @param kind what happens next
 * @param reason for whoever reads the log, in a few words
 */
public record Verdict(Kind kind, String reason) {

  /** What happens after a verdict. */
  public enum Kind {
    /** The next phase begins. */
    PASS,
    /** The phase works again, as often as it may. */
    RETRY,
    /** The run stops until a person has decided. */
    HOLD
  }

  /** On to the next phase. */
  public static Verdict pass(String reason) {
    return new Verdict(Kind.PASS, reason);
  }

  /** Once more. */
  public static Verdict retry(String reason) {
    return new Verdict(Kind.RETRY, reason);
  }

  /** Stop here. */
  public static Verdict hold(String reason) {
    return new Verdict(Kind.HOLD, reason);
  }
}
