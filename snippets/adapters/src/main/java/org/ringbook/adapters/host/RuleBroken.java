package org.ringbook.adapters.host;

/**
 * A driver did what its kernel forbids. A real kernel might crash, warn, or corrupt
 * data much later; the model stops at the call.
 */
public final class RuleBroken extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final String rule;
  private final String source;

  /**
   * A broken rule.
   *
   * @param rule what the kernel demands, in one sentence
   * @param source manual page, header or document that says so
   * @param what happened instead
   */
  public RuleBroken(String rule, String source, String what) {
    super(rule + " (" + source + "): " + what);
    this.rule = rule;
    this.source = source;
  }

  /** What the kernel demands. */
  public String rule() {
    return rule;
  }

  /** Who says so. */
  public String source() {
    return source;
  }
}
