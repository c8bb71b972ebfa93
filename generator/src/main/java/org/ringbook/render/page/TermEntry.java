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
 * @param explained the chapter that explains it at length; none where there is none
 * @param chapters that use it
 */
public record TermEntry(
    String id,
    String name,
    List<String> also,
    List<Span> brief,
    List<Span> more,
    List<Link> see,
    List<Link> explained,
    List<Link> chapters) {
  public TermEntry {
    also = List.copyOf(also);
    brief = List.copyOf(brief);
    more = List.copyOf(more);
    see = List.copyOf(see);
    explained = List.copyOf(explained);
    chapters = List.copyOf(chapters);
  }
}
