package org.ringbook.render.page;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;

/**
 * The face of a handbook: templates that turn pages into HTML, and the files that they link to.
 *
 * <p>A theme is a folder: {@code templates/} with one template per kind of page and per box, {@code
 * css/} with style sheets that are joined in the order of their names, and anything else, which is
 * copied. It is read once; the same models give the same bytes. Safe for use by several threads.
 */
public final class Theme {

  private final Templates templates;
  private final SortedMap<String, byte[]> assets;

  private Theme(Templates templates, SortedMap<String, byte[]> assets) {
    this.templates = templates;
    this.assets = assets;
  }

  /**
   * Reads a theme.
   *
   * @param dir its folder
   * @throws ThemeException if it cannot be read
   */
  public static Theme load(Path dir) {
    return new Theme(new Templates(dir.resolve("templates")), Assets.read(dir));
  }

  /**
   * A whole page.
   *
   * @return HTML with a line feed at its end
   * @throws ThemeException if a template fails or asks for something that no model supplies
   */
  public String render(SiteModel site, Page page) {
    Content content = page.content();
    Links links = content instanceof Content.NotFound ? absolute(site) : Links.from(page.path());
    return templates.fill(
        content.template(),
        Map.of(
            "site", site, "page", page, "content", content, "link", links, "root", links.root()));
  }

  /**
   * An example, for the body of the page at {@code path}.
   *
   * @throws ThemeException as {@link #render}
   */
  public String example(String path, ExampleBox box) {
    return templates.fill(
        "box-example", Map.of("box", box, "link", Links.from(path), "path", path));
  }

  /**
   * A block of code, for the body of the page at {@code path}.
   *
   * @throws ThemeException as {@link #render}
   */
  public String listing(String path, ListingBox box) {
    return templates.fill("box-listing", Map.of("box", box, "link", Links.from(path)));
  }

  /**
   * A drawing, for the body of any page.
   *
   * @throws ThemeException as {@link #render}
   */
  public String figure(FigureBox box) {
    return templates.fill("box-figure", Map.of("box", box));
  }

  /** The files that pages link to, by their address on the site; the bytes must not be changed. */
  public SortedMap<String, byte[]> assets() {
    return assets;
  }

  private static Links absolute(SiteModel site) {
    return new Links(site.base());
  }
}
