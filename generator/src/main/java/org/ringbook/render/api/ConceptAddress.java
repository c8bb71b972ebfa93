package org.ringbook.render.api;

/** Where the map stands on the site, relative to its root. */
public final class ConceptAddress {

  /** The page that lists every concept. */
  public static final String EXPLORER = "api/index.html";

  /** The folder of all pages of the map. */
  public static final String FOLDER = "api/";

  private ConceptAddress() {}

  /** The page of the concept with this id. */
  public static String of(String id) {
    return FOLDER + id + ".html";
  }

  /** The script with the cards of a group of concepts. */
  public static String cards(String group) {
    return FOLDER + "cards/" + group + ".js";
  }

  /** Anchor of a misleading name on the page of its concept; letters that no address needs go. */
  public static String wrongName(String system, String name) {
    return "not-" + system + "-" + name.replaceAll("[^A-Za-z0-9_.-]+", "-");
  }
}
