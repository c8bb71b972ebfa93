package org.ringbook.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ringbook.model.Chapter;
import org.ringbook.model.Problems;
import org.ringbook.model.ProvenBook;
import org.ringbook.model.Section;
import org.ringbook.model.Volume;
import org.ringbook.render.diagram.DiagramCache;
import org.ringbook.render.glossary.TermLinks;
import org.ringbook.render.page.SiteModel;
import org.ringbook.render.page.Theme;

/** Finishes all chapters, each only when anything that it is made of has changed. */
final class Chapters {

  private final ProvenBook proven;
  private final Addresses addresses;
  private final Theme theme;
  private final DiagramCache diagrams;
  private final KernelNames names;
  private final BodyCache finished;
  private final SiteModel site;
  private final TermLinks terms;
  private final Pictures pictures;
  private final List<Section> sections = new ArrayList<>();
  private final SortedMap<String, String> sources = new TreeMap<>();

  Chapters(
      ProvenBook proven,
      Addresses addresses,
      SiteModel site,
      Theme theme,
      DiagramCache diagrams,
      KernelNames names,
      BodyCache finished) {
    this.proven = proven;
    this.addresses = addresses;
    this.theme = theme;
    this.diagrams = diagrams;
    this.names = names;
    this.finished = finished;
    this.site = site;
    this.terms = new TermLinks(proven.book().terms());
    this.pictures = new Pictures(proven.book());
  }

  /** The finished chapters by slug, in reading order. */
  Map<String, ChapterBody> finish(Problems problems) {
    var code = new CodeBlocks(theme, proven.judgements());
    var uses = new UseBlocks(proven, theme, diagrams, names, problems);
    var references = new References(addresses, names);
    Map<String, ChapterBody> bodies = new LinkedHashMap<>();
    for (Volume volume : proven.book().volumes()) {
      for (Chapter chapter : volume.chapters()) {
        String path = Addresses.chapter(volume, chapter);
        ChapterBody body =
            finished.get(
                chapter.slug(),
                madeOf(chapter),
                problems,
                () -> ChapterBody.finish(chapter, path, code, uses, references, terms));
        bodies.put(chapter.slug(), body);
        pictures.of(volume, chapter, body.tree());
        sections.addAll(Sections.of(volume, chapter, path, body));
        sources.put(path, chapter.source());
      }
    }
    return bodies;
  }

  /** Every section of every chapter that was finished. */
  List<Section> sections() {
    return List.copyOf(sections);
  }

  /** The AsciiDoc file of each page. */
  SortedMap<String, String> sources() {
    return sources;
  }

  /** Pictures by their path on the site. */
  SortedMap<String, byte[]> pictures() {
    return pictures.files();
  }

  /** Everything that a finished chapter depends on, to be compared with the next build's. */
  private List<Object> madeOf(Chapter chapter) {
    return List.of(
        chapter,
        site,
        SiteModels.examples(chapter).map(proven.examples()::get).filter(Objects::nonNull).toList(),
        proven.layouts(),
        chapter.listings().stream().map(proven.judgements()::get).filter(Objects::nonNull).toList(),
        proven.book().terms(),
        theme,
        names);
  }
}
