package org.ringbook.search.document;

import java.util.List;
import java.util.Map;

/**
 * One thing that a search can find.
 *
 * <p>All strings are plain text, never markup. White space and control characters are collapsed to
 * single spaces, and half surrogate pairs replaced by U+FFFD, so that what is stored, what is
 * exported and what is shown are the same characters.
 *
 * @param key unique among the documents of an index; documents are numbered in its order
 * @param kind what it is
 * @param title what a result list shows first
 * @param url relative to the site's root, such as {@code foundation/transmit-ring.html#completion}
 * @param breadcrumb where it stands in the handbook, such as volume and chapter
 * @param volume the volume it belongs to, or empty
 * @param names identifiers and aliases that name exactly this document, such as an example's id or
 *     a kernel function; the first is the one that it is called after, and counts twice
 * @param topics syllabus numbers such as {@code P-01}; they are found like words of the text
 * @param text the full text
 * @param wrongNames names that readers try and that this document puts right, such as a kernel
 *     function that never existed
 * @param systems for a name, right or wrong, the systems it is looked for on, such as {@code
 *     FreeBSD, NetBSD}; a suggestion says so
 * @param asked questions that this document answers, in the words of those who ask; they are
 *     searched and never shown
 */
public record SearchDocument(
    String key,
    Kind kind,
    String title,
    String url,
    String breadcrumb,
    String volume,
    List<String> names,
    List<String> topics,
    String text,
    List<String> wrongNames,
    Map<String, String> systems,
    List<String> asked) {

  public SearchDocument {
    if (key.isBlank()) {
      throw new IllegalArgumentException("a search document needs a key; title: " + title);
    }
    title = PlainText.of(title);
    breadcrumb = PlainText.of(breadcrumb);
    text = PlainText.of(text);
    names = names.stream().map(PlainText::of).toList();
    topics = List.copyOf(topics);
    wrongNames = wrongNames.stream().map(PlainText::of).toList();
    systems = Map.copyOf(systems);
    asked = asked.stream().map(PlainText::of).toList();
  }

  /** A document that nobody looks for under a wrong name. */
  public SearchDocument(
      String key,
      Kind kind,
      String title,
      String url,
      String breadcrumb,
      String volume,
      List<String> names,
      List<String> topics,
      String text) {
    this(
        key,
        kind,
        title,
        url,
        breadcrumb,
        volume,
        names,
        topics,
        text,
        List.of(),
        Map.of(),
        List.of());
  }

  /** The same document as the answer to these questions. */
  public SearchDocument answering(List<String> questions) {
    return new SearchDocument(
        key,
        kind,
        title,
        url,
        breadcrumb,
        volume,
        names,
        topics,
        text,
        wrongNames,
        systems,
        questions);
  }
}
