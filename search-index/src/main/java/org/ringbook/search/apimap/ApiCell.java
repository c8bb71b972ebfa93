package org.ringbook.search.apimap;

import java.util.List;

/** One cell of the table: what a system offers, then the names that mislead there. */
final class ApiCell {

  private ApiCell() {}

  /** Each cell names its system, for screens where the table's head is out of sight. */
  static void write(HtmlText html, Os os, OsColumn column, List<FalseFriend> friends) {
    html.raw(column.none() && !column.reason().isEmpty() ? "<td class=\"api-none\"" : "<td")
        .raw(" data-os=\"" + HtmlText.escape(os.title()) + "\">");
    if (column.none() && column.reason().isEmpty()) {
      html.element("span", "api-unsaid", "not mapped");
    } else if (column.none()) {
      html.element("span", "api-none-word", "none").element("p", "api-reason", column.reason());
    } else {
      way(html, column.calls());
      column.alternatives().forEach(calls -> alternative(html, calls));
      framework(html, column.framework());
      companions(html, column.companions());
    }
    friends.forEach(friend -> falseFriend(html, friend));
    html.raw("</td>\n");
  }

  /** A single call stands alone; several are an ordered list, because their order matters. */
  private static void way(HtmlText html, List<Call> calls) {
    if (calls.size() == 1) {
      html.raw("<p class=\"api-call\">");
      call(html, calls.getFirst());
      html.raw("</p>");
      return;
    }
    html.raw("<ol class=\"api-calls\">");
    for (Call call : calls) {
      html.raw("<li>");
      call(html, call);
      html.raw("</li>");
    }
    html.raw("</ol>");
  }

  private static void alternative(HtmlText html, List<Call> calls) {
    html.element("p", "api-or", "or");
    way(html, calls);
  }

  private static void framework(HtmlText html, List<Call> calls) {
    if (!calls.isEmpty()) {
      html.element("p", "api-or", "with iflib");
      way(html, calls);
    }
  }

  private static void companions(HtmlText html, List<Call> calls) {
    if (calls.isEmpty()) {
      return;
    }
    html.element("p", "api-or", "with").raw("<ul class=\"api-calls\">");
    for (Call call : calls) {
      html.raw("<li>");
      call(html, call);
      html.raw("</li>");
    }
    html.raw("</ul>");
  }

  private static void call(HtmlText html, Call call) {
    html.raw("<code class=\"api\">").name(call.name()).raw("</code>");
    if (call.phase() != Phase.ANY) {
      html.raw(" ").element("span", "api-phase", call.phase().key());
    }
    for (Evidence flag : call.flags()) {
      html.raw(" ").element("code", "api-flag", flag.symbol());
    }
  }

  private static void falseFriend(HtmlText html, FalseFriend friend) {
    html.raw("<p class=\"api-false\"><del>")
        .raw("<code>")
        .name(friend.name())
        .raw("</code></del> ")
        .element("span", "api-why", friend.why())
        .raw("</p>");
  }
}
