package org.ringbook.nativecode;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program printed in the Test Anything Protocol, version 14: a plan, and a line for each
 * test. Lines before a test's own explain it.
 *
 * @param planned tests, or -1 if the program did not get so far
 * @param tests in their order
 * @param rest what was printed after the last test
 */
record Tap(int planned, List<Test> tests, String rest) {
  private static final Pattern PLAN = Pattern.compile("1\\.\\.(\\d+)");
  private static final Pattern TEST = Pattern.compile("(not )?ok (\\d+) - (.*?)(?: # SKIP (.*))?");

  /** One test: skipped if there is a reason for it. */
  record Test(String name, boolean passed, String skipped, String explanation) {
    boolean isSkipped() {
      return !skipped.isEmpty();
    }
  }

  static Tap parse(String output) {
    int planned = -1;
    List<Test> tests = new ArrayList<>();
    StringBuilder said = new StringBuilder();
    for (String line : output.lines().toList()) {
      Matcher plan = PLAN.matcher(line);
      Matcher test = TEST.matcher(line);
      if (plan.matches()) {
        planned = Integer.parseInt(plan.group(1));
      } else if (test.matches()) {
        tests.add(test(test, said.toString()));
        said.setLength(0);
      } else {
        said.append(line).append('\n');
      }
    }
    return new Tap(planned, List.copyOf(tests), said.toString());
  }

  private static Test test(Matcher line, String said) {
    String skipped = line.group(4) == null ? "" : line.group(4);
    return new Test(line.group(3), line.group(1) == null, skipped, said);
  }

  /** Whether each planned test reported. */
  boolean isComplete() {
    return planned > 0 && planned == tests.size();
  }
}
