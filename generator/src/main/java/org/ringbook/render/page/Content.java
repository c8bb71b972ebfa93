package org.ringbook.render.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringbook.render.api.ConceptEntry;
import org.ringbook.render.api.ConceptGroup;
import org.ringbook.render.api.ConceptMap;

/** What a page shows between its title and its end; each kind has a template of its own. */
public sealed interface Content {

  /** Name of the template, without its ending. */
  String template();

  /**
   * The home page. Its headline is the site's tagline; volumes and their counts are the site's.
   *
   * @param lead two or three plain sentences under the headline
   * @param doors the ways in, each with a first step that works
   */
  record Home(String lead, List<Door> doors) implements Content {
    public Home {
      doors = List.copyOf(doors);
    }

    @Override
    public String template() {
      return "home";
    }
  }

  /**
   * A chapter.
   *
   * @param number as printed, such as {@code 1.3}
   * @param body trusted HTML, without the title
   */
  record Chapter(String number, String body) implements Content {
    @Override
    public String template() {
      return "chapter";
    }
  }

  /**
   * The contents of a volume.
   *
   * @param volume as the sidebar lists it
   * @param chapters in reading order
   * @param planned topics that no chapter covers yet
   */
  record Volume(NavVolume volume, List<ChapterLine> chapters, List<TopicLine> planned)
      implements Content {
    public Volume {
      chapters = List.copyOf(chapters);
      planned = List.copyOf(planned);
    }

    @Override
    public String template() {
      return "volume";
    }
  }

  /**
   * A whole example on a page of its own.
   *
   * @param box the example; its {@link ExampleBox#fileUrl()} is this page
   * @param file path in the source repository, such as {@code snippets/examples/…/TxRingFull.java}
   * @param usedIn the chapters that show it
   */
  record Example(ExampleBox box, String file, List<Link> usedIn) implements Content {
    public Example {
      usedIn = List.copyOf(usedIn);
    }

    @Override
    public String template() {
      return "example";
    }
  }

  /**
   * The list of all examples.
   *
   * @param groups in the order of the volumes
   */
  record Examples(List<ExampleGroup> groups) implements Content {
    public Examples {
      groups = List.copyOf(groups);
    }

    @Override
    public String template() {
      return "examples";
    }
  }

  /**
   * Every topic that the handbook promises.
   *
   * @param groups in the order of the volumes
   */
  record Topics(List<TopicGroup> groups) implements Content {
    public Topics {
      groups = List.copyOf(groups);
    }

    @Override
    public String template() {
      return "topics";
    }
  }

  /**
   * One concept of the map of kernel calls.
   *
   * @param concept what the map says of it
   * @param group that it belongs to
   * @param example that shows it, or null
   * @param mentions the sections that name one of its calls
   */
  record Concept(
      ConceptEntry concept, ConceptGroup group, @Nullable ExampleBox example, List<Link> mentions)
      implements Content {
    public Concept {
      mentions = List.copyOf(mentions);
    }

    @Override
    public String template() {
      return "concept";
    }
  }

  /**
   * Every concept of the map, as plain tables that a script can filter and sort.
   *
   * @param systems in the order of the columns
   * @param relations the closest first
   * @param groups in the order of the tables
   */
  record Explorer(
      List<ConceptMap.Term> systems, List<ConceptMap.Term> relations, List<ExplorerGroup> groups)
      implements Content {
    public Explorer {
      systems = List.copyOf(systems);
      relations = List.copyOf(relations);
      groups = List.copyOf(groups);
    }

    /** Number of concepts in all tables. */
    public int size() {
      return groups.stream().mapToInt(group -> group.rows().size()).sum();
    }

    @Override
    public String template() {
      return "explorer";
    }
  }

  /**
   * What driver guides often have wrong.
   *
   * @param groups in order
   */
  record Mistakes(List<MistakeGroup> groups) implements Content {
    public Mistakes {
      groups = List.copyOf(groups);
    }

    @Override
    public String template() {
      return "mistakes";
    }
  }

  /**
   * A table of data. What it is about is the page's description.
   *
   * @param columns headings
   * @param groups of rows, in order
   */
  record Table(List<String> columns, List<TableGroup> groups) implements Content {
    public Table {
      columns = List.copyOf(columns);
      groups = List.copyOf(groups);
    }

    @Override
    public String template() {
      return "table";
    }
  }

  /** The page for an unknown address. */
  record NotFound() implements Content {
    @Override
    public String template() {
      return "notfound";
    }
  }
}
