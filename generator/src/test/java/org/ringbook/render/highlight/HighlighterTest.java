package org.ringbook.render.highlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One golden listing per language, in the short notation {@code «k:word»}. */
class HighlighterTest {

  @Test
  void java() {
    assertPainted(
        "java",
        """
        «c://JAVA 25+»
        «k:import» java.util.«t:List»;

        «c:/// A *slot*.»
        «a:@FunctionalInterface»
        «k:sealed» «k:interface» «t:Slot»<«t:T»> «k:permits» «t:Free», «t:Full» {}
        «k:record» «t:Full»(«k:int» index, «k:byte»[] data) «k:implements» «t:Slot»<«t:Byte»> {}
        «k:non-sealed» «k:class» «t:Free» «k:implements» «t:Slot»<«t:Byte»> {}

        «k:void» main() {
          «k:var» text = «s:QQQ
              one "two" »«i:\\"»«s:""
              QQQ»;
        """
            .replace("QQQ", "\"\"\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "var record = record.size();~«k:var» record = record.size();",
        "var yield = yield(1);~«k:var» yield = yield(«n:1»);",
        "yield -1;~«k:yield» -«n:1»;",
        "case Full(var i, _) when i > 7 -> f();~"
            + "«k:case» «t:Full»(«k:var» i, «k:_») «k:when» i > «n:7» -> f();",
        "when(x).then(y);~when(x).then(y);",
        "@interface Proven { int HEAD = 0xFFFF_FFFFL; }~"
            + "«k:@interface» «t:Proven» { «k:int» HEAD = «n:0xFFFF_FFFFL»; }",
        "@org.x.Nullable T t;~«a:@org.x.Nullable» «t:T» t;",
        "open module a.b { requires transitive c; exports d to e; }~"
            + "«k:open» «k:module» a.b { «k:requires» «k:transitive» c; «k:exports» d «k:to» e; }",
        "module.open(to);~module.open(to);",
        "double x = .5e-3 + 1.0f + 0x1.8p-3;~"
            + "«k:double» x = «n:.5e-3» + «n:1.0f» + «n:0x1.8p-3»;",
        "char c = '\\u0041', d = '\\n', e = '\\'';~"
            + "«k:char» c = «s:'»«i:\\u0041»«s:'», d = «s:'»«i:\\n»«s:'», e = «s:'»«i:\\'»«s:'»;",
        "a /* open~a «c:/* open»",
        "s = \"open~s = «s:\"open»",
      })
  void javaInParts(String code, String painted) {
    assertPainted("java", painted, code);
  }

  @Test
  void c() {
    assertPainted(
        "c",
        """
        «a:#include» «s:<linux/netdevice.h>»
        «a:#  define» RING_SIZE «n:256u» «c:/* power
           of two */»
        «a:#ifdef» CONFIG_PM
        «k:static» «k:inline» «t:netdev_tx_t» xmit(«k:struct» sk_buff *skb, «t:__le64» addr)
        {
        \t«t:u32» tail = «n:0x3818»; «t:uint64_t» n; «c:// doorbell»
        \tprintk(«s:"tail »«i:\\x41»«s:%u»«i:\\n»«s:"», tail); «k:return» «s:'»«i:\\0»«s:'»;
        }
        """);
  }

  @Test
  void shell() {
    assertPainted(
        "sh",
        """
        «c:#!/bin/sh»
        «k:for» nic in «i:$1» «i:${2:-eth0}»; «k:do»
          ip «a:-s» link show «a:--color»=never «s:"dev »«i:$nic»«s:"» | grep «s:'if $x'» # no
          echo if#not done; «k:done» && «k:exit» 3
        """
            .replace("# no", "«c:# no»"));
  }

  @Test
  void console() {
    assertPainted(
        "console",
        """
        «p:$ »jbang tx-ring-full «a:--slots» \\
          8 «s:'a'»
        accepted 7, free 0 -- "if" $x
        «p:$ »«k:cd» /tmp
        """);
  }

  @Test
  void yaml() {
    assertPainted(
        "yaml",
        """
        «k:---»
        «c:# rings»
        - «a:id»: tx-ring «c:# one»
          «a:size»: «n:8»
          «a:"quoted"»: «s:'it''s'»
          «a:proven»: «k:true»
          «a:url»: http://ringbook.invalid/#x
          «a:list»: [«n:0x10», two words, «k:null»]
          «a:ref»: &a !seq *b
          «a:text»: |
            «s:not: a key»

            «s:# not a comment»
        «a:next»: 1.2.3
        """
            .replace("&a !seq *b", "«i:&a» «t:!seq» «i:*b»"));
  }

  @Test
  void json() {
    assertPainted(
        "json",
        """
        {"total" : 3, "bad": [-1.5e+3, true, null, "a\\"b"], "open
        """,
        """
        {«a:"total"» : «n:3», «a:"bad"»: [«n:-1.5e+3», «k:true», «k:null», «s:"a»«i:\\"»«s:b"»], «s:"open»
        """);
  }

  @Test
  void xml() {
    assertPainted(
        "xml",
        """
        «a:<?xml version="1.0"?>»
        «a:<!DOCTYPE x>»«c:<!-- <a> -->»
        <«k:ring:tx» «a:size»=«s:"8>"» «a:x»=«s:'y'»/>a «i:&amp;» & b</«k:ring:tx»>
        «s:<![CDATA[ <b> ]]>»<
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "none", "", "klingon"})
  void otherLanguagesAreOnlyEscaped(String language) {
    assertEquals(
        "if (a &lt; &quot;b&quot; &amp;&amp; c) &gt; 1",
        Highlighter.html(language, "if (a < \"b\" && c) > 1"));
  }

  /**
   * Half a million openers, for which a lexer that looks to the end from each takes minutes; the
   * limit is some fifty times what it takes now, and stops the build rather than measures.
   */
  @Timeout(value = 60)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/*", "\"", "\"\"\"", "<!--", "record ", "var  ", "${", "a: |\n", "[", "<", "&x", "'"
      })
  void isLinearInHopelessInput(String opener) {
    String code = opener.repeat(500_000);
    for (String language : Highlighter.languages()) {
      assertTrue(Highlighter.html(language, code).length() >= code.length(), language);
    }
  }

  private static void assertPainted(String language, String painted) {
    assertPainted(language, painted, painted.replaceAll("«\\w:", "").replace("»", ""));
  }

  private static void assertPainted(String language, String first, String second) {
    boolean firstIsPainted = first.contains("«") || !second.contains("«");
    String painted = firstIsPainted ? first : second;
    String code = firstIsPainted ? second : first;
    assertEquals(painted, notation(Highlighter.html(language, code)));
  }

  private static String notation(String html) {
    return html.replaceAll("<span class=\"(\\w)\">", "«$1:")
        .replace("</span>", "»")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }
}
