package org.ringbook.render.api;

/**
 * A name that looks like the counterpart and is not.
 *
 * @param system on which it is mistaken
 * @param name as a reader would type it
 * @param why verdict and explanation, as one clause
 */
public record WrongName(ConceptMap.Term system, String name, String why) {

  /** Its id on the page of its concept. */
  public String anchor() {
    return ConceptAddress.wrongName(system.key(), name);
  }
}
