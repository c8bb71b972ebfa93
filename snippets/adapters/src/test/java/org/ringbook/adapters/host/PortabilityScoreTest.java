package org.ringbook.adapters.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringbook.adapters.host.Capability.RSS;
import static org.ringbook.adapters.host.Capability.SEND;
import static org.ringbook.adapters.host.PortabilityScore.Outcome.EXCEPTION;
import static org.ringbook.adapters.host.PortabilityScore.Outcome.FAILED;
import static org.ringbook.adapters.host.PortabilityScore.Outcome.NOT_RUN;
import static org.ringbook.adapters.host.PortabilityScore.Outcome.PASSED;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.ringbook.adapters.host.PortabilityScore.Outcome;
import org.ringbook.adapters.host.PortabilityScore.Result;

/** The score is the sum of what ran. */
class PortabilityScoreTest {
  private final PortabilityScore score = new PortabilityScore();

  private void add(Capability feature, Outcome outcome) {
    score.add(new Result("Linux", "8254x", feature, outcome));
  }

  @Test
  void knowsNothingOfWhatDidNotRun() {
    assertEquals(NOT_RUN, score.outcome("Linux", SEND));
    add(SEND, PASSED);
    assertEquals(NOT_RUN, score.outcome("Linux", RSS));
    assertEquals(NOT_RUN, score.outcome("Windows", SEND));
    assertEquals(Capability.values().length - 1, score.count("Linux", NOT_RUN));
  }

  @Test
  void oneDeviceThatCannotDoesNotTakeAwayWhatAnotherShowed() {
    add(RSS, NOT_RUN);
    add(RSS, PASSED);
    add(RSS, NOT_RUN);
    assertEquals(PASSED, score.outcome("Linux", RSS));
  }

  @Test
  void oneFailureIsAFailure() {
    add(SEND, FAILED);
    add(SEND, PASSED);
    add(SEND, EXCEPTION);
    assertEquals(FAILED, score.outcome("Linux", SEND));
    assertEquals(0, score.percent("Linux"));
  }

  @Property
  void theOrderOfResultsDoesNotMatter(@ForAll Outcome first, @ForAll Outcome second) {
    PortabilityScore oneWay = new PortabilityScore();
    PortabilityScore other = new PortabilityScore();
    Result a = new Result("Linux", "8254x", SEND, first);
    Result b = new Result("Linux", "82599", SEND, second);
    oneWay.add(a);
    oneWay.add(b);
    other.add(b);
    other.add(a);
    assertEquals(oneWay.table(), other.table());
    assertEquals(oneWay.json(), other.json());
  }

  @Test
  void printsARowForEachFeatureAndAColumnForEachKernel() {
    add(SEND, PASSED);
    score.add(new Result("Windows", "8254x", RSS, EXCEPTION));
    String table = score.table();
    assertEquals(Capability.values().length + 2, table.lines().count());
    assertTrue(table.startsWith("feature          Linux          Windows\n"), table);
    assertTrue(table.contains("\nSEND             passed         not run\n"), table);
    assertTrue(table.contains("\nRSS              not run        exception\n"), table);
  }

  @Test
  void writesJson() {
    add(SEND, PASSED);
    String json = score.json();
    assertTrue(json.contains("{\"os\": \"Linux\", \"not run\": 21, \"passed\": 1,"), json);
    assertTrue(json.contains("\"feature\": \"SEND\", \"outcome\": \"passed\"}"), json);
  }
}
