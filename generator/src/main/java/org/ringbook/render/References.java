package org.ringbook.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.ringbook.render.api.NameTarget;
import org.ringbook.render.page.NavChapter;

/**
 * Leads references between chapters to their pages, and gives those without words the chapter's
 * number and title. What leads nowhere is left as it is; the link check finds it.
 */
final class References {

  private static final Pattern CHAPTER = Pattern.compile("(?:.*/)?([a-z0-9-]+)\\.html(#.*)?");

  private final Addresses addresses;
  private final KernelNames names;

  References(Addresses addresses, KernelNames names) {
    this.addresses = addresses;
    this.names = names;
  }

  void lead(Element body, String from) {
    for (Element link : body.select("a[href]")) {
      Matcher chapter = CHAPTER.matcher(link.attr("href"));
      if (!link.attr("href").contains(":") && chapter.matches()) {
        addresses.chapter(chapter.group(1)).ifPresent(to -> lead(link, from, to, chapter.group(2)));
      }
    }
  }

  private static void lead(Element link, String from, NavChapter to, String fragment) {
    boolean wordless = link.text().equals(link.attr("href").replaceFirst("#.*", ""));
    link.attr("href", Addresses.relative(from, to.url()) + (fragment == null ? "" : fragment));
    if (wordless) {
      link.empty().appendElement("span").addClass("num").text(to.number());
      link.appendText(" " + to.title());
    }
  }

  /** Links kernel names to the page of their concept; the card beside a link is of its group. */
  void kernelNames(Element body, String from) {
    for (Element code : body.select("code.api:not(table code)")) {
      names.target(code.text()).ifPresent(target -> link(code, target, from));
    }
  }

  private static void link(Element code, NameTarget target, String from) {
    Element link =
        new Element("a")
            .addClass("api")
            .attr("href", Addresses.relative(from, target.url()))
            .attr("data-card", target.group())
            .attr("data-system", target.system());
    code.replaceWith(link);
    link.appendChild(code.removeClass("api"));
    if (target.wrong()) {
      link.addClass("false-friend").attr("title", "not what it looks like: see the map");
    }
  }
}
