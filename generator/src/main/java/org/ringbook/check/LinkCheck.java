package org.ringbook.check;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ringbook.model.NearestName;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.model.Site;

/** Follows every link of every page to its file and its anchor. Pages are read once and kept. */
public final class LinkCheck {

  private final Map<String, Kept> kept = new HashMap<>();

  /**
   * What was followed.
   *
   * @param checked links within the site
   * @param broken those that lead nowhere
   * @param external links to other sites, of which only the form is checked
   */
  public record Counts(int checked, int broken, int external) {}

  private record Kept(String html, PageLinks links) {}

  /**
   * Checks a site.
   *
   * @param sources the file that each page was made from and its text, by the page's path; a page
   *     without one is the theme's
   */
  public Counts check(Site site, SortedMap<String, PageSource> sources, Problems problems) {
    SortedMap<String, PageLinks> pages = pages(site);
    var run = new Run(site, pages, sources, problems);
    pages.forEach(run::page);
    return new Counts(run.checked, run.broken, run.external);
  }

  /** Text of the file that a page was made from. */
  public record PageSource(String file, String text) {}

  private SortedMap<String, PageLinks> pages(Site site) {
    SortedMap<String, PageLinks> pages = new TreeMap<>();
    site.files()
        .forEach(
            (path, bytes) -> {
              if (path.endsWith(".html")) {
                pages.put(path, links(path, new String(bytes, StandardCharsets.UTF_8)));
              }
            });
    return pages;
  }

  private PageLinks links(String path, String html) {
    Kept before = kept.get(path);
    if (before != null && before.html().equals(html)) {
      return before.links();
    }
    PageLinks links = PageLinks.of(html);
    kept.put(path, new Kept(html, links));
    return links;
  }

  private static final class Run {
    private final Site site;
    private final SortedMap<String, PageLinks> pages;
    private final SortedMap<String, PageSource> sources;
    private final Problems problems;
    private int checked;
    private int broken;
    private int external;

    Run(
        Site site,
        SortedMap<String, PageLinks> pages,
        SortedMap<String, PageSource> sources,
        Problems problems) {
      this.site = site;
      this.pages = pages;
      this.sources = sources;
      this.problems = problems;
    }

    void page(String path, PageLinks links) {
      links.targets().forEach(target -> follow(path, target));
      for (String id : links.duplicateIds()) {
        duplicate(path, id);
      }
      for (String image : links.silentImages()) {
        report(
            "no-text-alternative",
            path,
            image,
            "picture without a text alternative: " + image,
            "Say what a reader who doesn't see it must know.");
      }
    }

    private void duplicate(String page, String id) {
      PageSource source = sources.get(page);
      report(
          source == null ? List.of(0) : ReferencePlaces.definitions(source.text(), id),
          "duplicate-id",
          page,
          "id " + id + " stands twice on the page",
          "Give one of the two another id.");
    }

    private void follow(String page, String target) {
      if (target.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*")) {
        external(page, target);
        return;
      }
      checked++;
      if (target.startsWith("/")) {
        absolute(page, target);
        return;
      }
      String file = target.replaceFirst("[#?].*", "");
      String path = file.isEmpty() ? page : resolve(page, file);
      int hash = target.indexOf('#');
      if (path == null || !site.files().containsKey(path)) {
        broken++;
        report(
            "broken-page",
            page,
            target,
            "nothing at " + target,
            NearestName.hint(name(file), names(pages.keySet().stream().toList())));
      } else if (hash >= 0 && hash + 1 < target.length()) {
        anchor(page, target, path, target.substring(hash + 1));
      }
    }

    /** The site may stand in any folder of a host. */
    private void absolute(String page, String target) {
      broken++;
      report(
          "absolute-link",
          page,
          target,
          "the link " + target + " starts at the root of a host",
          "Write xref:chapter.adoc[], or an address relative to this page.");
    }

    private void anchor(String page, String target, String path, String encoded) {
      String id = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
      PageLinks there = pages.get(path);
      if (there != null && !there.ids().contains(id)) {
        broken++;
        report(
            "broken-anchor",
            page,
            target,
            "no anchor " + id + " on " + path,
            NearestName.hint(id, there.ids()));
      }
    }

    private void external(String page, String target) {
      external++;
      try {
        URI.create(target);
      } catch (IllegalArgumentException e) {
        report("malformed-link", page, target, "not an address: " + target, "");
      }
    }

    private void report(String code, String page, String what, String title, String hint) {
      PageSource source = sources.get(page);
      List<Integer> lines =
          source == null ? List.of(0) : ReferencePlaces.lines(source.text(), what);
      report(lines, code, page, title, hint);
    }

    /** A page without a source is the theme's. */
    private void report(List<Integer> lines, String code, String page, String title, String hint) {
      PageSource source = sources.get(page);
      String file = source == null ? page : source.file();
      lines.forEach(line -> problems.error(code, new Place(file, line), title, hint));
    }

    private static String name(String file) {
      return file.replaceFirst(".*/", "").replaceFirst("\\.html$", "");
    }

    private static List<String> names(List<String> paths) {
      return paths.stream().map(Run::name).distinct().toList();
    }

    private static @Nullable String resolve(String page, String file) {
      URI base = URI.create("/" + page);
      try {
        String path = base.resolve(file).normalize().getPath();
        return path.startsWith("/..")
            ? null
            : path.substring(1) + (path.endsWith("/") ? "index.html" : "");
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
  }
}
