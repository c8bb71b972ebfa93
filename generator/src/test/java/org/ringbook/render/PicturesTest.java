package org.ringbook.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringbook.model.Book;
import org.ringbook.model.Chapter;
import org.ringbook.model.Front;
import org.ringbook.model.Volume;

class PicturesTest {

  private static final Chapter CHAPTER =
      new Chapter("c", "1.1", "C", List.of(), "volumes/one/c.adoc", "", List.of(), List.of());

  private static final Volume VOLUME =
      new Volume("one", "I", "One", "", List.of(), List.of(CHAPTER));

  @Test
  void a_picture_beside_its_chapter_comes_along_and_one_outside_the_book_does_not(
      @TempDir Path folder) throws IOException {
    Path root = Files.createDirectories(folder.resolve("book")).toRealPath();
    Path images = Files.createDirectories(root.resolve("volumes/one/images"));
    Files.write(images.resolve("ring.svg"), new byte[] {1, 2});
    Files.write(folder.resolve("secret.svg"), new byte[] {3});
    Files.createSymbolicLink(images.resolve("out.svg"), folder.resolve("secret.svg"));
    var pictures =
        new Pictures(
            new Book(
                "t",
                "t",
                new Front("", List.of()),
                root,
                List.of(VOLUME),
                List.of(),
                List.of(),
                List.of()));
    String html =
        "<img src='images/ring.svg'><img src='images/out.svg'><img src='../../../secret.svg'>"
            + "<img src='images/none.svg'>";

    pictures.of(VOLUME, CHAPTER, Jsoup.parseBodyFragment(html).body());

    assertEquals(Set.of("one/images/ring.svg"), pictures.files().keySet());
    assertArrayEquals(new byte[] {1, 2}, pictures.files().get("one/images/ring.svg"));
  }
}
