package org.ringbook.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SectionTextTest {

  private static final String PAGE =
      """
      <body><header>Bar</header><main><article><h1>Rings</h1><nav>On this page</nav>
      <p>Lead &amp; more.</p>
      <div class="sect1"><h2 id="full"><span class="num">1.1</span> Full <a class="anchor">#</a></h2>
      <p>One slot
      stays <code>empty</code>.</p><pre><span>if</span> (x &lt; 1) {
        y();
      }</pre><ul><li>first</li><li>second</li></ul>
      <div role="img" aria-label="Eight slots."><svg><text>0</text></svg></div>
      <div class="sect2"><h3 id="deeper">Deeper</h3><p>Below.</p></div></div>
      <table><tr id="row"><th>A name</th><td data-os="Linux"><p>readl</p></td>
      <td data-os="RTOS"><del>read</del> gone</td></tr></table>
      </article></main></body>
      """;

  @Test
  void a_section_keeps_paragraphs_code_lists_and_figures() {
    assertEquals(
        """
        ## Full

        One slot stays empty.

        ```
        if (x < 1) {
          y();
        }
        ```

        - first

        - second

        [figure: Eight slots.]

        ## Deeper

        Below.\
        """,
        SectionText.of(PAGE, "one/rings.html#full"));
  }

  @Test
  void a_deeper_section_stands_alone() {
    assertEquals("## Deeper\n\nBelow.", SectionText.of(PAGE, "one/rings.html#deeper"));
  }

  @Test
  void a_row_names_its_columns() {
    assertEquals(
        "A name |\n\n[Linux]\n\nreadl\n\n[RTOS] × read\ngone",
        SectionText.of(PAGE, "one/rings.html#row"));
  }

  @Test
  void a_page_gives_its_lead_and_where_its_sections_are() {
    String text = SectionText.of(PAGE, "one/rings.html");

    assertEquals("## Rings\n\nLead & more.", text.substring(0, text.indexOf("\n\nA name")));
    assertEquals(
        "Sections:\n- Full: one/rings.html#full", text.substring(text.indexOf("Sections:")));
  }
}
