package org.ringbook.model;

import java.util.List;
import java.util.Locale;

/**
 * A word of the field, as the glossary explains it.
 *
 * @param id kebab-case of the name; its anchor on the glossary's page
 * @param name as the field writes it
 * @param also other spellings that mean the same
 * @param brief what it is, in one or two sentences
 * @param more what else helps to know, or an empty string
 * @param see ids of terms to read next
 * @param chapter slug of the chapter that explains it at length, or an empty string
 * @param place of the entry
 */
public record Term(
    String id,
    String name,
    List<String> also,
    String brief,
    String more,
    List<String> see,
    String chapter,
    Place place) {

  public Term {
    also = List.copyOf(also);
    see = List.copyOf(see);
  }

  /** The id of the term with this name; what is an id already stays as it is. */
  public static String id(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
