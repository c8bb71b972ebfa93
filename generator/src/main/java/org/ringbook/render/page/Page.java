package org.ringbook.render.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the site.
 *
 * @param path its address, such as {@code foundation/transmit-ring.html}
 * @param title plain text; the only first-level heading
 * @param description one plain sentence for search engines and previews, or an empty string
 * @param crumbs the way from the home page to here, without the home page and without this page
 * @param toc its sections, for the contents rail; none for no rail
 * @param previous the page before it in reading order, or null
 * @param next the page after it in reading order, or null
 * @param content what it shows
 */
public record Page(
    String path,
    String title,
    String description,
    List<Crumb> crumbs,
    List<TocEntry> toc,
    @Nullable Neighbour previous,
    @Nullable Neighbour next,
    Content content) {

  public Page {
    crumbs = List.copyOf(crumbs);
    toc = List.copyOf(toc);
  }

  /** A page that stands alone: no way to it, no sections, no neighbours. */
  public static Page alone(String path, String title, String description, Content content) {
    return new Page(path, title, description, List.of(), List.of(), null, null, content);
  }

  /** This page with the way to it. */
  public Page under(Crumb... way) {
    return new Page(path, title, description, List.of(way), toc, previous, next, content);
  }
}
