package org.ringbook.render.page;

import java.util.List;

/**
 * A term of the glossary.
 *
 * @param id its anchor
 * @param name as the field writes it
 * @param also other spellings
 * @param brief what it is, in a sentence or two
 * @param more what else helps to know; none where that is all
 * @param see terms to read next
 * @param chapters the one that explains it first, then those that use it
 */
public record TermEntry(String id, String name, List<String> also, List<Span> brief, List<Span> more, List<Link> see, List<Link> chapters) {
  public TermEntry {
    also = List.copyOf(also);
    brief = List.copyOf(brief);
    more = List.copyOf(more);
    see = List.copyOf(see);
    chapters = List.copyOf(chapters);
  }
}
