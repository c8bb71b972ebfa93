package org.ringbook.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringbook.model.Example;
import org.ringbook.model.ProvenBook;
import org.ringbook.model.Section;
import org.ringbook.render.api.ConceptAddress;
import org.ringbook.search.apimap.ApiMap;
import org.ringbook.search.apimap.Concept;
import org.ringbook.search.document.Kind;
import org.ringbook.search.document.SearchDocument;

/** Everything in the handbook that a search can find. */
public final class SearchDocuments {

  private SearchDocuments() {}

  /** All documents. */
  public static List<SearchDocument> of(List<Section> sections, ProvenBook proven, ApiMap map) {
    List<SearchDocument> documents = new ArrayList<>();
    sections.forEach(section -> documents.add(section(section)));
    proven.examples().values().forEach(example -> documents.add(example(example)));
    map.concepts().forEach(concept -> documents.add(concept(concept)));
    return onceEach(documents);
  }

  /** An id that stands twice on a page is a problem of the page; the index takes the first. */
  private static List<SearchDocument> onceEach(List<SearchDocument> documents) {
    Map<String, SearchDocument> byKey = new LinkedHashMap<>();
    documents.forEach(document -> byKey.putIfAbsent(document.key(), document));
    return List.copyOf(byKey.values());
  }

  private static SearchDocument section(Section section) {
    return new SearchDocument(
        section.url(),
        Kind.SECTION,
        section.title(),
        section.url(),
        section.breadcrumb(),
        section.volume(),
        List.of(),
        section.topics(),
        section.text());
  }

  private static SearchDocument example(Example example) {
    String url = "examples/" + example.id() + ".html";
    return new SearchDocument(
        url,
        Kind.EXAMPLE,
        example.id(),
        url,
        "Examples",
        "",
        List.of(example.id()),
        List.of(),
        example.description() + "\n" + example.body() + "\n" + example.output());
  }

  private static SearchDocument concept(Concept concept) {
    String url = ConceptAddress.of(concept.id());
    return new SearchDocument(
        url,
        Kind.API,
        concept.title(),
        url,
        "Kernel calls",
        "",
        ConceptWords.names(concept),
        List.of(),
        ConceptWords.text(concept),
        ConceptWords.wrongNames(concept),
        ConceptWords.systems(concept),
        List.of());
  }
}
