package org.ringbook.porting.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringbook.adapters.host.Capability;
import org.ringbook.adapters.host.PortabilityScore;
import org.ringbook.adapters.host.PortabilityScore.Outcome;

class GradeTest {
  private static final String OS = "Plan 9";

  private static Grade grade(Map<Capability, Outcome> otherThanPassed) {
    PortabilityScore score = new PortabilityScore();
    for (Capability feature : Capability.values()) {
      Outcome outcome = otherThanPassed.getOrDefault(feature, Outcome.PASSED);
      score.add(new PortabilityScore.Result(OS, "8254x", feature, outcome));
    }
    return new Grade(score, OS);
  }

  @Test
  void all_passed_is_a_hundred() {
    assertEquals(100, grade(Map.of()).points());
    assertTrue(grade(Map.of()).released());
  }

  @Test
  void nothing_tried_is_nothing() {
    Grade none = new Grade(new PortabilityScore(), OS);
    assertEquals(0, none.points());
    assertEquals(Capability.values().length, none.vetoes().size());
  }

  /** 130 possible: half of 5 and half of 1 are missing, 127 / 130. */
  @Test
  void an_exception_earns_half() {
    Grade grade =
        grade(Map.of(Capability.RSS, Outcome.EXCEPTION, Capability.XDP, Outcome.EXCEPTION));
    assertEquals(97, grade.points());
    assertTrue(grade.released());
  }

  @Test
  void one_failure_is_enough_whatever_the_points() {
    Grade grade = grade(Map.of(Capability.RSS, Outcome.FAILED));
    assertTrue(grade.points() >= Grade.NEEDED);
    assertFalse(grade.released());
    assertEquals(List.of("RSS: FAILED"), grade.vetoes());
  }

  @Test
  void what_makes_a_driver_cannot_be_excepted() {
    Grade grade = grade(Map.of(Capability.RESET, Outcome.EXCEPTION));
    assertTrue(grade.points() >= Grade.NEEDED);
    assertFalse(grade.released());
  }

  @Test
  void points_are_rounded_down() {
    Map<Capability, Outcome> three =
        Map.of(
            Capability.RSS, Outcome.EXCEPTION,
            Capability.TSO4, Outcome.EXCEPTION,
            Capability.TSO6, Outcome.EXCEPTION);
    assertEquals(94, grade(three).points(), "122.5 / 130 is 94.2");
    assertFalse(grade(three).released());
  }
}
