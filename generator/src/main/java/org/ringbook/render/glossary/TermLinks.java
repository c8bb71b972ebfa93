package org.ringbook.render.glossary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.ringbook.model.Term;
import org.ringbook.render.page.Span;

/**
 * Links terms to the glossary: in each chapter the first use of each, and every one that the author
 * asked for. Headings, code, captions, tables and the list of sources are no running text.
 */
public final class TermLinks {

  private static final String NOT_TEXT =
      "h1, h2, h3, h4, h5, h6, a, code, pre, kbd, table, caption, figcaption, summary, svg, .title,"
          + " .plain, [data-use], .sect1:has(> h2#sources)";

  private final Map<String, Term> terms;
  private final TermMatcher matcher;

  /** Links to these terms. */
  public TermLinks(List<Term> terms) {
    this.terms = terms.stream().collect(Collectors.toMap(Term::id, Function.identity()));
    this.matcher = new TermMatcher(terms);
  }

  /**
   * Puts the links into a chapter.
   *
   * @param glossary the way from the chapter's page to that of the glossary
   */
  public void link(Element body, String glossary) {
    if (terms.isEmpty()) {
      return;
    }
    Set<Node> skipped = new HashSet<>(body.select(NOT_TEXT));
    List<Node> found = new ArrayList<>();
    body.filter(
        (NodeFilter)
            (node, _) -> {
              if (skipped.contains(node)) {
                return NodeFilter.FilterResult.SKIP_ENTIRELY;
              }
              boolean asked = node instanceof Element element && isAsked(element);
              if (asked || node instanceof TextNode) {
                found.add(node);
              }
              return asked
                  ? NodeFilter.FilterResult.SKIP_ENTIRELY
                  : NodeFilter.FilterResult.CONTINUE;
            });
    Set<String> linked = new HashSet<>();
    for (Node node : found) {
      if (node instanceof TextNode text) {
        link(text, glossary, linked);
      } else if (node instanceof Element element) {
        ask(element, glossary, linked);
      }
    }
  }

  private static boolean isAsked(Element element) {
    return element.normalName().equals("span") && element.hasAttr("data-term");
  }

  private void ask(Element span, String glossary, Set<String> linked) {
    Term term = terms.get(span.attr("data-term"));
    if (term != null) {
      Element link = link(term, glossary);
      link.html(span.hasText() ? span.html() : term.name());
      span.replaceWith(link);
      linked.add(term.id());
    }
  }

  /** From the end, so that what is cut off doesn't move what is still to be cut. */
  private void link(TextNode text, String glossary, Set<String> linked) {
    List<TermMatcher.Hit> hits =
        matcher.find(text.getWholeText()).stream().filter(hit -> linked.add(hit.term())).toList();
    for (TermMatcher.Hit hit : hits.reversed()) {
      Term term = terms.get(hit.term());
      if (term != null) {
        TextNode word = hit.start() == 0 ? text : text.splitText(hit.start());
        if (word.getWholeText().length() > hit.end() - hit.start()) {
          word.splitText(hit.end() - hit.start());
        }
        Element link = link(term, glossary);
        word.replaceWith(link);
        link.appendChild(word);
      }
    }
  }

  private static Element link(Term term, String glossary) {
    return new Element("a")
        .addClass("term")
        .attr("href", glossary + "#" + term.id())
        .attr("data-term", term.name())
        .attr("data-short", Span.plain(term.brief()));
  }
}
