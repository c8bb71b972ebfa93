package org.ringbook.search.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.ringbook.search.document.Kind;
import org.ringbook.search.document.SearchDocument;

/** A handbook made up from the trade's vocabulary: the same documents for the same size. */
final class Corpus {

  private static final String[] PREFIXES = {
    "dma", "napi", "bus_dma", "ddi_dma", "netif", "ether", "mac", "if", "pci", "skb", "mbuf", "rtnl"
  };
  private static final String[] VERBS = {
    "map",
    "unmap",
    "sync",
    "alloc",
    "free",
    "enable",
    "disable",
    "schedule",
    "complete",
    "poll",
    "attach",
    "detach",
    "register",
    "post",
    "refill",
    "drain",
    "reset",
    "probe",
    "link"
  };
  private static final String[] OBJECTS = {
    "single",
    "page",
    "ring",
    "buffer",
    "queue",
    "descriptor",
    "tag",
    "error",
    "vector",
    "sg",
    "handle",
    "cookie",
    "chain",
    "budget",
    "doorbell",
    "timer",
    "stats",
    "filter",
    "state"
  };
  private static final String[] WORDS =
      ("head tail slot write-back interrupt coalescing checksum offload segmentation packet frame"
              + " header register barrier cache line coherent streaming bounce address device driver"
              + " kernel memory page lock owner completion batch moderation watchdog carrier link"
              + " speed duplex flow control pause multicast promiscuous VLAN tag receive transmit"
              + " steering hash indirection table key RSS PCIe MSI-X IPv4 TCP UDP jumbo alignment"
              + " posted prefetch threshold latency throughput copy reference count teardown quiesce"
              + " suspend resume firmware mailbox virtual function admin command timeout statistics"
              + " the a of and is in for with when before after never always must may only every")
          .split(" ");
  private static final String[] SYSTEMS = {
    "Linux", "FreeBSD", "NetBSD", "illumos", "Windows", "RTOS"
  };

  private final Random random = new Random(0x82599);
  private final List<SearchDocument> documents = new ArrayList<>();

  private Corpus() {}

  static List<SearchDocument> ofSize(int size) {
    var corpus = new Corpus();
    corpus.addWritten();
    while (corpus.documents.size() < size) {
      corpus.addNext();
    }
    return List.copyOf(corpus.documents);
  }

  private void addWritten() {
    add(
        Kind.API,
        "api/mapping-error",
        "Find out whether a mapping failed",
        "api/dma.html#dma-mapping-error",
        List.of("dma_mapping_error"),
        "A mapping may fail. dma_mapping_error() says so; the address alone never does.");
    documents.add(
        new SearchDocument(
            "api/rss-hash-key",
            Kind.API,
            "The secret key of the hash",
            "api/rss.html#key",
            "Handbook / api",
            "",
            List.of("rss_getkey"),
            List.of(),
            "The stack hands the key down; no driver sets it.",
            List.of("if_rss_set_key"),
            Map.of("rss_getkey", "FreeBSD", "if_rss_set_key", "FreeBSD"),
            List.of("who may choose the secret", "why does a flow move to another CPU")));
    add(
        Kind.SECTION,
        "foundation/transmit-ring#completion",
        "Completion: who frees the buffer?",
        "foundation/transmit-ring.html#completion-who-frees-the-buffer",
        List.of(),
        "<b>Bold</b> & \"quoted\" text: a write-back of 8 µs frees naïve drivers. Émile's"
            + " TxRing::submit waits; 𝄞 is not a letter. "
            + "x".repeat(90)
            + " then the doorbell rings.");
    add(Kind.TERM, "term/the", "The", "glossary.html", List.of(), "");
    add(
        Kind.EXAMPLE,
        "example/tx-ring-full",
        "Fills a ring of eight",
        "examples/tx-ring-full.html",
        List.of("tx-ring-full", "TxRingFull"),
        "Shows that seven slots of eight are usable.");
  }

  private void addNext() {
    int number = documents.size();
    switch (number % 8) {
      case 0, 1 -> addCall(number);
      case 2 -> addExample(number);
      case 3 -> addTerm(number);
      default -> addSection(number);
    }
  }

  private void addCall(int number) {
    var names = new ArrayList<String>();
    for (int i = 0; i < 4; i++) {
      names.add(identifier());
    }
    String title = capital(any(VERBS)) + " a " + any(OBJECTS) + " " + any(WORDS);
    String url = "api/" + any(PREFIXES) + ".html#concept-" + number;
    add(Kind.API, "api/" + number, title, url, List.copyOf(names), text(40));
  }

  private void addExample(int number) {
    String id = any(VERBS) + "-" + any(OBJECTS) + "-" + number;
    String title = capital(any(VERBS)) + "s the " + any(WORDS) + " " + any(OBJECTS);
    add(Kind.EXAMPLE, "example/" + id, title, "examples/" + id + ".html", List.of(id), text(25));
  }

  private void addTerm(int number) {
    String title = any(WORDS) + " " + any(OBJECTS) + " " + number;
    add(Kind.TERM, "term/" + number, title, "glossary.html#term-" + number, List.of(), text(20));
  }

  private void addSection(int number) {
    String title =
        capital(any(WORDS)) + " and " + any(OBJECTS) + ": " + any(WORDS) + " " + any(VERBS);
    String page = "volume-" + number % 7 + "/chapter-" + number / 8 + ".html";
    String url = page + "#" + title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    add(Kind.SECTION, page + "/" + number, title, url, List.of(), text(150));
  }

  private void add(
      Kind kind, String key, String title, String url, List<String> names, String text) {
    String crumb = "Handbook / " + kind.label();
    var topics = kind == Kind.SECTION ? List.of("P-0" + documents.size() % 10) : List.<String>of();
    var asked = documents.size() % 3 == 0 ? List.of(text(9), text(5)) : List.<String>of();
    var document = new SearchDocument(key, kind, title, url, crumb, "", names, topics, text);
    documents.add(document.answering(asked));
  }

  private String text(int words) {
    var text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : i % 13 == 0 ? ". " : " ").append(word(i));
    }
    return text.append('.').toString();
  }

  private String word(int i) {
    return switch (random.nextInt(12)) {
      case 0 -> identifier() + (i % 2 == 0 ? "()" : "");
      case 1 -> any(SYSTEMS);
      case 2 -> any(VERBS) + "ing";
      case 3 -> any(OBJECTS) + "s";
      case 4 -> capital(any(VERBS)) + capital(any(OBJECTS));
      default -> any(WORDS);
    };
  }

  private String identifier() {
    return any(PREFIXES) + "_" + any(VERBS) + "_" + any(OBJECTS);
  }

  private String any(String[] words) {
    return words[random.nextInt(words.length)];
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
