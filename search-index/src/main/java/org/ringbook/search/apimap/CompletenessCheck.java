package org.ringbook.search.apimap;

/** Does a concept say enough, and no more? */
final class CompletenessCheck {

  private static final int FEWEST_WORDS = 20;
  private static final int MOST_WORDS = 120;

  private CompletenessCheck() {}

  static void check(YamlMap yaml, Relation relation, Words words) {
    checkStub(yaml, relation);
    if (!words.does().isEmpty() && !words.bites().isEmpty()) {
      checkLength(yaml, words.count());
    }
  }

  /** A stub stands for what a system lacks; where the system has it, a stub would hide it. */
  private static void checkStub(YamlMap yaml, Relation relation) {
    if (relation == Relation.EXCEPTION && !yaml.has("stub")) {
      String hint = "add stub: what the adapter answers where a system has nothing";
      yaml.add("api-missing-field", yaml.line(), "an exception has no stub", hint);
    } else if (relation != Relation.EXCEPTION && yaml.has("stub")) {
      String title = "a stub stands beside the relation " + relation.key();
      yaml.add("api-unknown-key", yaml.line("stub"), title, "only an exception has a stub");
    }
  }

  private static void checkLength(YamlMap yaml, long words) {
    if (words < FEWEST_WORDS || words > MOST_WORDS) {
      String title = "does, ownership, context and note have " + words + " words together";
      String hint = "say it in " + FEWEST_WORDS + " to " + MOST_WORDS;
      yaml.add("api-word-count", yaml.line("does"), title, hint);
    }
  }
}
