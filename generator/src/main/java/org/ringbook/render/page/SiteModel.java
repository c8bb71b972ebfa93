package org.ringbook.render.page;

import java.util.List;

/**
 * What every page of the site shares.
 *
 * @param title name of the handbook
 * @param tagline what it is, in one sentence; the headline of the home page
 * @param volumes in order, with their chapters, for the sidebar and the home page
 * @param concepts groups of the map of kernel calls, for the sidebar of its pages; none where the
 *     book has no map
 * @param hasExamples whether there is an index of examples at {@link #EXAMPLES}
 * @param hasMistakes whether there is a page of common mistakes at {@link #MISTAKES}
 * @param lookups pages to look something up in, such as the glossary, for the sidebar
 * @param proven whether every listing and every example is proven
 * @param hasSearch whether a search engine and its data stand in {@code search/}
 * @param base absolute path under which the site is served, such as {@code /handbook/}, or an empty
 *     string where it is not known; only the page for unknown addresses needs it, because it is
 *     shown at addresses of any depth
 */
public record SiteModel(
    String title,
    String tagline,
    List<NavVolume> volumes,
    List<Link> concepts,
    boolean hasExamples,
    boolean hasMistakes,
    List<Link> lookups,
    boolean proven,
    boolean hasSearch,
    String base) {

  /** Address of the home page. */
  public static final String HOME = "index.html";

  /** Address of the list of every topic. */
  public static final String TOPICS = "topics.html";

  /** Address of the list of every example. */
  public static final String EXAMPLES = "examples/index.html";

  /** Address of the list of common mistakes. */
  public static final String MISTAKES = "mistakes.html";

  /** Address of the glossary. */
  public static final String GLOSSARY = "glossary.html";

  /** Address of the index of names in code. */
  public static final String SYMBOLS = "symbols.html";

  /** Address of the page for unknown addresses. */
  public static final String NOT_FOUND = "404.html";

  public SiteModel {
    volumes = List.copyOf(volumes);
    concepts = List.copyOf(concepts);
    lookups = List.copyOf(lookups);
  }
}
