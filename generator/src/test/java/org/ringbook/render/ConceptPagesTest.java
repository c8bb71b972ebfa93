package org.ringbook.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.ringbook.model.Book;
import org.ringbook.model.Chapter;
import org.ringbook.model.Example;
import org.ringbook.model.Front;
import org.ringbook.model.ProvenBook;
import org.ringbook.model.Volume;
import org.ringbook.render.api.ConceptEntry;
import org.ringbook.render.api.ConceptGroup;
import org.ringbook.render.api.ConceptMap;
import org.ringbook.render.api.NameTarget;
import org.ringbook.render.page.Content;
import org.ringbook.render.page.Link;
import org.ringbook.render.page.Page;

/** The pages of the map and what of the book is on them. */
class ConceptPagesTest {

  private static final ConceptMap.Term DIRECT = new ConceptMap.Term("direct", "direct", "");

  private static final Chapter CHAPTER =
      new Chapter(
          "c", "1.2", "DMA", List.of(), "volumes/one/c.adoc", "", List.of(), List.of(), List.of());
  private static final Book BOOK =
      new Book(
          "t",
          "t",
          new Front("", List.of()),
          Path.of("."),
          List.of(new Volume("one", "I", "One", "", List.of(), List.of(CHAPTER))));
  private static final ProvenBook PROVEN =
      new ProvenBook(
          BOOK,
          Map.of("map-it", new Example("map-it", "f", "d", "source", Map.of(), "body", "out")),
          Map.of(),
          Map.of(),
          new ProvenBook.Proof(0, 0, 1, 1, 0));

  private static final String BODY =
      """
      <p><a class="api"><code>opening</code></a></p>
      <div class="sect1"><h2 id="one"><span class="num">1.2.1</span> One \
      <a class="anchor" href="#one"></a></h2>
      <p><a class="api"><code>load</code></a> and again <a class="api"><code>load</code></a></p>
      <div class="sect2"><h3 id="deep">Deep</h3><p><a class="api"><code>load</code></a></p></div>
      <pre><code class="api">load</code></pre></div>
      """;

  private static ConceptEntry concept(String id, String example) {
    return new ConceptEntry(
        id,
        "Title of " + id,
        DIRECT,
        List.of(),
        new ConceptEntry.Sayings("", "", "", "It bites."),
        List.of(),
        List.of(),
        "",
        example);
  }

  private static KernelNames names(ConceptMap map) {
    return new KernelNames() {
      @Override
      public Optional<String> table(String category, String pages) {
        return Optional.empty();
      }

      @Override
      public Optional<NameTarget> target(String name) {
        return Optional.empty();
      }

      @Override
      public List<String> concepts(String name) {
        return name.equals("load") ? List.of("a", "b") : List.of("a");
      }

      @Override
      public String hint(String wrong) {
        return "";
      }

      @Override
      public ConceptMap conceptMap() {
        return map;
      }
    };
  }

  private static List<Page> pages(ConceptEntry... concepts) {
    ConceptMap map =
        new ConceptMap(
            List.of(), List.of(DIRECT), List.of(new ConceptGroup("dma", "DMA", List.of(concepts))));
    var tree = Jsoup.parseBodyFragment(BODY).body();
    Mentions mentions =
        Mentions.of(BOOK, Map.of("c", new ChapterBody("", "", List.of(), tree)), names(map));
    return new ConceptPages(PROVEN, map, mentions).all();
  }

  private static Content.Concept content(Page page) {
    return assertInstanceOf(Content.Concept.class, page.content());
  }

  @Test
  void eachConceptHasAPageBesideTheExplorer() {
    List<Page> pages = pages(concept("a", ""), concept("b", ""));
    assertEquals(
        List.of("api/index.html", "api/a.html", "api/b.html"),
        pages.stream().map(Page::path).toList());
    assertEquals("It bites.", pages.get(1).description());
  }

  @Test
  void neighboursAreThoseOfTheGroup() {
    List<Page> pages = pages(concept("a", ""), concept("b", ""));
    assertNull(pages.get(1).previous());
    var next = pages.get(1).next();
    assertNotNull(next);
    assertEquals("api/b.html", next.url());
    assertNull(pages.get(2).next());
  }

  @Test
  void aSectionThatNamesACallIsListedOnceAndTheInnermostOneCounts() {
    List<Page> pages = pages(concept("a", ""), concept("b", ""));
    Link one = new Link("1.2.1", "One", "one/c.html#one");
    Link deep = new Link("1.2", "Deep", "one/c.html#deep");
    assertEquals(
        List.of(new Link("1.2", "DMA", "one/c.html"), one, deep), content(pages.get(1)).mentions());
    assertEquals(List.of(one, deep), content(pages.get(2)).mentions());
  }

  @Test
  void anExampleIsShownWithItsOutput() {
    var box = content(pages(concept("a", "map-it")).get(1)).example();
    assertNotNull(box);
    assertEquals("out", box.output());
  }

  @Test
  void anExampleThatIsNotThereIsLeftOut() {
    assertNull(content(pages(concept("a", "map-its")).get(1)).example());
  }

  @Test
  void aBookWithoutAMapHasNoPagesOfIt() {
    Mentions none = Mentions.of(BOOK, Map.of(), KernelNames.none());
    assertEquals(List.of(), new ConceptPages(PROVEN, ConceptMap.NONE, none).all());
  }
}
