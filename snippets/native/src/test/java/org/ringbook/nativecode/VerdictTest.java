package org.ringbook.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringbook.nativecode.PlantedBug.Judge.COMPILER;
import static org.ringbook.nativecode.PlantedBug.Judge.MOCK;
import static org.ringbook.nativecode.PlantedBug.Judge.NOBODY;
import static org.ringbook.nativecode.PlantedBug.Judge.SANITIZER;
import static org.ringbook.nativecode.PlantedBug.Judge.TEST;
import static org.ringbook.nativecode.PlantedBug.Judge.VERIFIER;

import org.junit.jupiter.api.Test;
import org.ringbook.nativecode.PlantedBug.Judge;

/** Who noticed a bug is read from what compilers and programs print. */
final class VerdictTest {

  private static PlantedBug bug(Judge judge, String evidence) {
    return new PlantedBug("a", "core", "b", judge, evidence);
  }

  @Test
  void theStrictestJudgeSpeaks() {
    String test = "not ok 1 - sends\n";
    String rule = "RULE linux/leak: an skb [skbuff.h]\n";
    String refusal = "# VERIFIER R1 offset is outside of the packet (Permission denied)\n";
    String report = "==7==ERROR: AddressSanitizer: heap-use-after-free on address\n";
    assertEquals(TEST, Verdict.ofRun(test).judge());
    assertEquals(MOCK, Verdict.ofRun(rule + test).judge());
    assertEquals(VERIFIER, Verdict.ofRun(refusal + rule + test).judge());
    assertEquals(SANITIZER, Verdict.ofRun(report + refusal + rule + test).judge());
    assertEquals(COMPILER, Verdict.ofBuild("a.c:1:2: error: unused variable 'x'\n").judge());
    assertEquals(NOBODY, Verdict.ofRun("1..1\nok 1 - sends\n").judge());
  }

  @Test
  void ruleAndTestAreCalledByTheirWholeNames() {
    Verdict rule = Verdict.ofRun("RULE linux/leak: an skb\n");
    assertTrue(rule.isExpectedOf(bug(MOCK, "linux/leak")));
    assertFalse(rule.isExpectedOf(bug(MOCK, "linux/lea")));
    assertFalse(rule.isExpectedOf(bug(TEST, "linux/leak")));
    Verdict test = Verdict.ofRun("not ok 1 - sends a frame\n");
    assertTrue(test.isExpectedOf(bug(TEST, "sends a frame")));
    assertFalse(test.isExpectedOf(bug(TEST, "sends")));
  }

  @Test
  void compilerAndSanitizerBySomeOfTheirWords() {
    Verdict report = Verdict.ofRun("x.c:3:4: runtime error: shift exponent 64 is too large\n");
    assertTrue(report.isExpectedOf(bug(SANITIZER, "shift exponent")));
    Verdict build = Verdict.ofBuild("a.c:1:2: error: unused variable 'x'\n");
    assertTrue(build.isExpectedOf(bug(COMPILER, "unused variable")));
    assertFalse(build.isExpectedOf(bug(COMPILER, "incompatible pointer")));
  }
}
