package org.ringbook.render.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CardScriptTest {

  private static final ConceptMap.Term LINUX = new ConceptMap.Term("linux", "Linux", "");
  private static final ConceptMap.Term DIRECT = new ConceptMap.Term("direct", "direct", "");

  private static ConceptMap map(String text) {
    CallGroup calls = new CallGroup("", "", true, List.of(line("first"), line("second")));
    ConceptEntry concept =
        new ConceptEntry(
            "one",
            text,
            DIRECT,
            List.of(),
            new ConceptEntry.Sayings("", "", "", text),
            List.of(new SystemColumn(LINUX, List.of(calls), "", List.of())),
            List.of(new WrongName(LINUX, "if_rss set", "does not exist")),
            "",
            "");
    return new ConceptMap(
        List.of(LINUX), List.of(DIRECT), List.of(new ConceptGroup("dma", "DMA", List.of(concept))));
  }

  private static String script(String text) {
    byte[] bytes = CardScript.files(map(text)).get("api/cards/dma.js");
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void eachGroupIsAFileOfItsOwn() {
    assertEquals(Set.of("api/cards/dma.js"), CardScript.files(map("x")).keySet());
    assertTrue(CardScript.files(ConceptMap.NONE).isEmpty());
  }

  @Test
  void aCardHasTheFirstCallOfEachSystemAndHowManyFollow() {
    assertTrue(script("x").contains("\"calls\":[[\"linux\",\"Linux\",\"first\",1]]"), script("x"));
  }

  @Test
  void aWrongNameComesWithItsAnchor() {
    String wrong = "[\"not-linux-if_rss-set\",\"Linux\",\"if_rss set\",\"does not exist\"]";
    assertTrue(script("x").contains(wrong), script("x"));
  }

  @Test
  void noTextLeavesItsString() {
    String script = script("a\"b\\c</script>\u2028\n");
    assertTrue(script.contains("\"a\\\"b\\\\c\\u003c/script>\\u2028\\u000a\""), script);
    assertFalse(script.contains("</script"));
  }

  private static CallLine line(String name) {
    return new CallLine(name, List.of(name), List.of(), null);
  }
}
