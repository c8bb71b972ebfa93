package org.ringbook.render.page;

import java.nio.file.Path;
import java.util.List;
import org.ringbook.render.api.CallGroup;
import org.ringbook.render.api.CallLine;
import org.ringbook.render.api.ConceptEntry;
import org.ringbook.render.api.ConceptGroup;
import org.ringbook.render.api.ConceptMap;
import org.ringbook.render.api.NameTarget;
import org.ringbook.render.api.SystemColumn;
import org.ringbook.render.api.WrongName;

/** A small site with one page of every kind; invented, but shaped like the real one. */
final class Sample {

  static final String CHAPTER = "foundation/transmit-ring.html";

  private Sample() {}

  static Theme theme() {
    return Theme.load(Path.of(System.getProperty("ringbook.root", ".."), "site", "theme"));
  }

  static SiteModel site() {
    return new SiteModel(
        "Ringbook",
        "One NIC data plane, many operating systems, nothing unproven.",
        volumes(),
        List.of(new Link("", "DMA", "api/index.html#dma")),
        true,
        true,
        List.of(new Link("", "Glossary", SiteModel.GLOSSARY)),
        true,
        true,
        "");
  }

  static List<NavVolume> volumes() {
    return List.of(
        new NavVolume(
            "0",
            "Preamble",
            "preamble/index.html",
            "What is ported, what never is, and how it is proven.",
            List.of(chapter("0.1", "What is ported", "preamble/scope.html")),
            19,
            4,
            5),
        foundation(),
        new NavVolume(
            "II",
            "FreeBSD",
            "freebsd/index.html",
            "bus_dma, mbufs, interrupts, ifnet and iflib.",
            List.of(),
            14,
            0,
            0));
  }

  static NavVolume foundation() {
    return new NavVolume(
        "I",
        "Foundation",
        "foundation/index.html",
        "Descriptors, rings, packets, DMA.",
        List.of(
            chapter("1.1", "Scope of the port", "foundation/scope.html"),
            chapter("1.2", "Descriptors, bit by bit", "foundation/descriptors.html"),
            chapter("1.3", "The transmit ring", CHAPTER),
            chapter("1.4", "The receive ring", "foundation/receive-ring.html")),
        15,
        6,
        1);
  }

  private static NavChapter chapter(String number, String title, String url) {
    return new NavChapter(number, title, url);
  }

  static ExampleBox example() {
    return new ExampleBox(
        "tx-ring-full",
        "example-tx-ring-full",
        "Fills a ring of eight and shows that seven slots are usable.",
        "examples/tx-ring-full.html",
        """
        <span class="k">void</span> main() {
          <span class="k">var</span> ring = TxRing.of(<span class="n">8</span>);          \
        <span class="c">// one slot stays empty: 7 usable</span>
          <span class="k">var</span> device = SimulatedNic.stalled();  \
        <span class="c">// never writes a descriptor back</span>
          <span class="k">int</span> sent = <span class="n">0</span>;
          <span class="k">while</span> (ring.submit(Packet.ofText(<span class="s">"frame "</span> + sent)) \
        == ACCEPTED) sent++;
          IO.println(<span class="s">"accepted "</span> + sent + <span class="s">", free "</span> + ring.free());
        }
        """
            .stripTrailing(),
        true,
        "accepted 7, free 0\n├── slot 7 ═ empty → never used\n└── 1 < 8 & done\n",
        "jbang tx-ring-full",
        25);
  }

  static Page home() {
    return Page.alone(
        "index.html",
        "Ringbook",
        "A handbook.",
        new Content.Home(
            "How to take an Ethernet driver’s rings, DMA and offloads from one system to another."
                + " Each listing was compiled, each output is from this build.",
            List.of(
                new Door(
                    "Read",
                    "From the first descriptor to the inside of the chip.",
                    "Start with the transmit ring",
                    false,
                    CHAPTER),
                new Door(
                    "Look up",
                    "What is a call named elsewhere, and what will bite me?",
                    "ringbook search \"tail register\"",
                    true,
                    "preamble/scope.html"),
                new Door(
                    "Run",
                    "Every example is one file and one command.",
                    "jbang tx-ring-full",
                    true,
                    "examples/index.html"))));
  }

  static Page chapter(String body) {
    return new Page(
        CHAPTER,
        "The transmit ring: who owns a slot, and when",
        "Submit, full ring, completion.",
        List.of(new Crumb("Volume I Foundation", "foundation/index.html")),
        List.of(
            new TocEntry("1.3.1", "Full is not empty", "full-is-not-empty"),
            new TocEntry("1.3.2", "Sixteen bytes", "sixteen-bytes"),
            new TocEntry("", "Try next", "try-next")),
        new Neighbour("1.2", "Descriptors, bit by bit", "foundation/descriptors.html"),
        new Neighbour("1.4", "The receive ring", "foundation/receive-ring.html"),
        new Content.Chapter("1.3", body));
  }

  static Page volume() {
    return Page.alone(
            "foundation/index.html",
            "Foundation",
            "",
            new Content.Volume(
                foundation(),
                List.of(
                    new ChapterLine(
                        "1.3",
                        "The transmit ring",
                        CHAPTER,
                        "A ring is an agreement about slots.")),
                List.of(new TopicLine("1-09", "Checksum offload", List.of()))))
        .under(new Crumb("Volumes", "index.html#volumes"));
  }

  static Page examples() {
    return Page.alone(
        SiteModel.EXAMPLES,
        "Examples",
        "",
        new Content.Examples(
            List.of(
                new ExampleGroup(
                    "Foundation",
                    List.of(
                        new ExampleLine(
                            "tx-ring-full",
                            "Fills a ring of eight and shows that seven slots are usable.",
                            "examples/tx-ring-full.html",
                            List.of(new Link("1.3", "The transmit ring", CHAPTER))))))));
  }

  static Page examplePage() {
    return Page.alone(
            "examples/tx-ring-full.html",
            "tx-ring-full",
            "",
            new Content.Example(
                example(),
                "snippets/examples/foundation/TxRingFull.java",
                List.of(new Link("1.3", "The transmit ring", CHAPTER))))
        .under(new Crumb("Examples", SiteModel.EXAMPLES));
  }

  static Page topics() {
    return Page.alone(
        SiteModel.TOPICS,
        "Topics",
        "",
        new Content.Topics(
            List.of(
                new TopicGroup(
                    foundation(),
                    List.of(
                        new TopicLine(
                            "1-05",
                            "Transmit ring",
                            List.of(new Link("1.3", "The transmit ring", CHAPTER))),
                        new TopicLine("1-09", "Checksum offload", List.of()))))));
  }

  private static final ConceptMap.Term LINUX = new ConceptMap.Term("linux", "Linux", "");
  private static final ConceptMap.Term WINDOWS = new ConceptMap.Term("windows", "Windows", "");
  private static final ConceptMap.Term ADAPTER =
      new ConceptMap.Term("adapter", "adapter", "The same job under another contract.");

  /** A concept whose every text is the same, to see where it is escaped. */
  static ConceptEntry concept(String text) {
    return new ConceptEntry(
        "dma-map-single",
        text,
        ADAPTER,
        List.of("set-up", "per packet"),
        new ConceptEntry.Sayings(text, text, text, text),
        List.of(
            new SystemColumn(
                LINUX,
                List.of(
                    new CallGroup(
                        "",
                        "set-up",
                        true,
                        List.of(
                            new CallLine(
                                "dma_set_mask",
                                List.of("dma_", "set_", "mask"),
                                List.of(text),
                                new NameTarget("dma-mask", "dma", "linux", "", false)))),
                    new CallGroup(
                        "",
                        "per packet",
                        true,
                        List.of(
                            new CallLine(
                                "dma_map_single", List.of("dma_map_single"), List.of(), null),
                            new CallLine(
                                "dma_mapping_error",
                                List.of("dma_mapping_error"),
                                List.of(),
                                null))),
                    new CallGroup(
                        "or",
                        "",
                        true,
                        List.of(
                            new CallLine(
                                "dma_map_page", List.of("dma_map_page"), List.of(), null)))),
                "",
                List.of(
                    new SystemColumn.Declared(
                        "dma_map_single", "function", "linux/dma-mapping.h", text))),
            new SystemColumn(WINDOWS, List.of(), text, List.of())),
        List.of(new WrongName(WINDOWS, "NdisMAllocateSharedMemory", text)),
        text,
        "tx-ring-full");
  }

  static Page conceptPage(ConceptEntry concept) {
    return new Page(
        concept.url(),
        concept.title(),
        "",
        List.of(new Crumb("API map", "api/index.html")),
        List.of(),
        null,
        new Neighbour("", "Unmap one buffer", "api/dma-unmap-single.html"),
        new Content.Concept(
            concept,
            new ConceptGroup("dma", "DMA", List.of(concept)),
            example(),
            List.of(new Link("1.3.1", "Full is not empty", CHAPTER + "#full-is-not-empty"))));
  }

  static Page explorer(String text) {
    return Page.alone(
        "api/index.html",
        "API map",
        "",
        new Content.Explorer(
            List.of(LINUX, WINDOWS),
            List.of(ADAPTER),
            List.of(
                new ExplorerGroup(
                    "dma",
                    text,
                    List.of(
                        new ExplorerRow(
                            "dma-map-single",
                            text,
                            "api/dma-map-single.html",
                            ADAPTER,
                            List.of(
                                new ExplorerRow.Cell(
                                    LINUX, List.of("dma_map_single", "dma_mapping_error"), false),
                                new ExplorerRow.Cell(WINDOWS, List.of(), true)),
                            List.of("dma_map_page", text),
                            List.of(text)))))));
  }

  static Page notFound() {
    return Page.alone(SiteModel.NOT_FOUND, "Not found", "", new Content.NotFound());
  }
}
