package org.ringbook.parse;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockMacroProcessor;
import org.asciidoctor.extension.BlockProcessor;
import org.asciidoctor.extension.Contexts;
import org.asciidoctor.extension.InlineMacroProcessor;
import org.asciidoctor.extension.JavaExtensionRegistry;
import org.asciidoctor.extension.Reader;
import org.ringbook.parse.ChapterSession.Request;

/** Blocks and macros that leave a placeholder for a later stage. */
final class RequestMacros {

  /** Attribute of the placeholder block that holds the request's number. */
  static final String NUMBER = "rb-request";

  private RequestMacros() {}

  static void register(JavaExtensionRegistry registry, Supplier<ChapterSession> session) {
    registry.blockMacro("example", new Macro("example", session));
    registry.blockMacro("layout", new Macro("layout", session));
    registry.blockMacro("api-table", new Macro("api-table", session));
    registry.blockMacro("plot", new Macro("plot", session));
    registry.block("plantuml", new Diagram("plantuml", session));
    registry.block("ditaa", new Diagram("ditaa", session));
    registry.inlineMacro("api", new KernelName());
    registry.inlineMacro("term", new GlossaryTerm());
  }

  /** Asciidoctor adds to the maps that it is given. */
  private static Map<String, Object> mutable(Map<String, Object> fixed) {
    return new TreeMap<>(fixed);
  }

  private static Map<String, String> strings(Map<String, Object> attributes) {
    Map<String, String> strings = new TreeMap<>();
    attributes.forEach((key, value) -> strings.put(key, String.valueOf(value)));
    return strings;
  }

  private static Map<String, Object> numbered(ChapterSession session) {
    return new TreeMap<>(Map.of(NUMBER, String.valueOf(session.requests.size())));
  }

  private static final class Macro extends BlockMacroProcessor {
    private final Supplier<ChapterSession> session;

    Macro(String name, Supplier<ChapterSession> session) {
      super(name);
      this.session = session;
    }

    @Override
    public StructuralNode process(
        StructuralNode parent, String target, Map<String, Object> attributes) {
      ChapterSession chapter = session.get();
      Map<String, Object> number = numbered(chapter);
      String html =
          chapter.request(new Request(String.valueOf(getName()), target, strings(attributes), ""));
      return createBlock(parent, "pass", html, number);
    }
  }

  private static final class Diagram extends BlockProcessor {
    private final Supplier<ChapterSession> session;

    Diagram(String kind, Supplier<ChapterSession> session) {
      super(
          kind,
          mutable(
              Map.of(
                  Contexts.KEY,
                  List.of(Contexts.LISTING, Contexts.LITERAL),
                  "content_model",
                  ":raw")));
      this.session = session;
    }

    @Override
    public Object process(StructuralNode parent, Reader reader, Map<String, Object> attributes) {
      ChapterSession chapter = session.get();
      Map<String, Object> number = numbered(chapter);
      String text = String.join("\n", reader.readLines());
      String html = chapter.request(new Request("diagram", getName(), strings(attributes), text));
      return createBlock(parent, "pass", html, number);
    }
  }

  /** {@code api:name[]}: the renderer looks the name up and links it. */
  private static final class KernelName extends InlineMacroProcessor {

    KernelName() {
      super("api", mutable(Map.of("regexp", Uses.KERNEL_NAME_PATTERN)));
    }

    @Override
    public PhraseNode process(
        StructuralNode parent, String target, Map<String, Object> attributes) {
      Map<String, Object> link = new TreeMap<>(Map.of("role", "api"));
      return createPhraseNode(
          parent, "quoted", target, link, new TreeMap<>(Map.of("type", ":monospaced")));
    }
  }

  /** {@code term:descriptor-ring[shown words]}: the renderer links it to the glossary. */
  private static final class GlossaryTerm extends InlineMacroProcessor {

    GlossaryTerm() {
      super("term", mutable(Map.of("regexp", Uses.TERM_PATTERN, "content_model", ":text")));
    }

    @Override
    public PhraseNode process(
        StructuralNode parent, String target, Map<String, Object> attributes) {
      String words = String.valueOf(attributes.getOrDefault("text", ""));
      String html = "<span data-term=\"" + target + "\">" + words + "</span>";
      return createPhraseNode(
          parent, "quoted", html, new TreeMap<>(), new TreeMap<>(Map.of("type", ":unquoted")));
    }
  }
}
