package org.ringbook.render.page;

/**
 * What stands below a listing that a judge proved, or could not prove.
 *
 * @param text plain text; empty where there is nothing to say
 * @param more plain text that follows it, as a link, or an empty string
 * @param url where that leads; empty where it is no link
 * @param proven whether the listing is proven
 */
public record ProofNote(String text, String more, String url, boolean proven) {

  /** Nothing to say. */
  public static final ProofNote NONE = new ProofNote("", "", "", true);
}
