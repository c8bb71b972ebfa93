package org.ringbook.nativecode;

import static org.ringbook.nativecode.PlantedBug.Judge.COMPILER;
import static org.ringbook.nativecode.PlantedBug.Judge.MOCK;
import static org.ringbook.nativecode.PlantedBug.Judge.NOBODY;
import static org.ringbook.nativecode.PlantedBug.Judge.SANITIZER;
import static org.ringbook.nativecode.PlantedBug.Judge.TEST;
import static org.ringbook.nativecode.PlantedBug.Judge.VERIFIER;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ringbook.nativecode.PlantedBug.Judge;

/**
 * Who noticed a planted bug, and by what.
 *
 * @param judge the strictest that noticed
 * @param evidence all that it gave: errors, refusals, rules, or names of tests
 */
record Verdict(Judge judge, List<String> evidence) {
  private static final Pattern ERROR = Pattern.compile("(?m)^.*\\berror: (.*)$");
  private static final Pattern REPORT =
      Pattern.compile("(?m)(?:ERROR: (\\w+Sanitizer: .*)|(runtime error: .*))$");
  private static final Pattern REFUSAL = Pattern.compile("(?m)^# VERIFIER (.*)$");
  private static final Pattern RULE = Pattern.compile("(?m)^.*\\bRULE ([^:\\s]+):");

  /** A build that failed. */
  static Verdict ofBuild(String output) {
    return new Verdict(COMPILER, found(ERROR, output));
  }

  /** Programs that ran; their outputs, one after the other. */
  static Verdict ofRun(String output) {
    List<String> reports = found(REPORT, output);
    List<String> refusals = found(REFUSAL, output);
    List<String> rules = found(RULE, output);
    List<String> tests =
        Tap.parse(output).tests().stream()
            .filter(test -> !test.passed())
            .map(Tap.Test::name)
            .toList();
    if (!reports.isEmpty()) {
      return new Verdict(SANITIZER, reports);
    }
    if (!refusals.isEmpty()) {
      return new Verdict(VERIFIER, refusals);
    }
    if (!rules.isEmpty()) {
      return new Verdict(MOCK, rules);
    }
    return new Verdict(tests.isEmpty() ? NOBODY : TEST, tests);
  }

  private static List<String> found(Pattern pattern, String output) {
    return pattern.matcher(output).results().map(Verdict::firstGroup).distinct().toList();
  }

  private static String firstGroup(MatchResult match) {
    return match.group(1) == null ? match.group(2) : match.group(1);
  }

  /** What of the evidence is what was expected; empty if none is. */
  String evidenceOf(PlantedBug bug) {
    boolean exact = judge == MOCK || judge == TEST;
    return evidence.stream()
        .filter(text -> exact ? text.equals(bug.evidence()) : text.contains(bug.evidence()))
        .findFirst()
        .orElse("");
  }

  boolean isExpectedOf(PlantedBug bug) {
    return judge == bug.judge() && !evidenceOf(bug).isEmpty();
  }
}
