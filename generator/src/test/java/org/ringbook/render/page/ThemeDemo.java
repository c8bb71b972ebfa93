package org.ringbook.render.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes the sample site into a folder, to be looked at in a browser. */
final class ThemeDemo {

  private final Theme theme = Sample.theme();
  private final Path out;

  private ThemeDemo(Path out) {
    this.out = out;
  }

  /**
   * Writes the sample site.
   *
   * @param arguments the folder; {@code target/theme-demo} without one
   */
  public static void main(String... arguments) throws IOException {
    Path out = Path.of(arguments.length == 0 ? "target/theme-demo" : arguments[0]);
    new ThemeDemo(out).write();
  }

  private void write() throws IOException {
    for (Map.Entry<String, byte[]> asset : theme.assets().entrySet()) {
      write(asset.getKey(), asset.getValue());
    }
    for (Page page : pages()) {
      String html = theme.render(Sample.site(), page);
      write(page.path(), html.getBytes(StandardCharsets.UTF_8));
    }
  }

  private List<Page> pages() throws IOException {
    return List.of(
        Sample.home(),
        Sample.chapter(body()),
        Sample.volume(),
        Sample.examples(),
        Sample.examplePage(),
        Sample.topics(),
        Sample.notFound());
  }

  private String body() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ThemeDemo.class.getResourceAsStream("demo.html"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@EXAMPLE@", theme.example(Sample.CHAPTER, Sample.example()))
          .replace("@FIGURE@", theme.figure(figure()))
          .replace("@LISTING@", theme.listing("index.html", listing()));
    }
  }

  private static FigureBox figure() {
    return new FigureBox(
        "fig-legacy",
        "bits",
        """
        <svg viewBox="0 0 640 60" width="640" height="60"><rect x="1" y="20" width="638" height="38"\
         fill="none" stroke="currentColor"/><text x="320" y="44" fill="currentColor">buffer address\
        </text></svg>\
        """,
        "Bits 0 to 63 hold the buffer address, written by the driver.",
        "The legacy transmit descriptor, drawn from the layout that the code uses",
        new FactTable(
            "Fields as a table",
            List.of("Field", "Bits", "Writer"),
            List.of(
                List.of("buffer address", "0–63", "driver"),
                List.of("status", "96–99", "device"))));
  }

  private static ListingBox listing() {
    return new ListingBox(
        "console",
        "",
        "",
        """
        <span class="p">$ </span>jbang tx-ring-full
        accepted 7, free 0
        ┌──────┐
        │ slot │ → device
        └──────┘\
        """,
        ProofNote.NONE);
  }

  private void write(String path, byte[] bytes) throws IOException {
    Path file = out.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.write(file, bytes);
  }
}
