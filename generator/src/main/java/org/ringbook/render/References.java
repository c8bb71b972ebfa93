package org.ringbook.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
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

  /** Links kernel names to their row in the tables. */
  void kernelNames(Element body, String from) {
    for (Element code : body.select("code.api:not(table code)")) {
      names.row(code.text()).ifPresent(row -> link(code, row, from));
    }
  }

  private void link(Element code, KernelNames.Row row, String from) {
    addresses
        .apiTable(row.category())
        .ifPresent(
            page -> {
              String url = Addresses.relative(from, page) + "#" + row.fragment();
              Element link = new Element("a").addClass("api").attr("href", url);
              code.replaceWith(link);
              link.appendChild(code.removeClass("api"));
              if (row.wrong()) {
                link.addClass("false-friend")
                    .attr("title", "not what it looks like: see the table");
              }
            });
  }
}
