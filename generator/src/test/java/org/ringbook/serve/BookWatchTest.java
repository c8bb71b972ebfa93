package org.ringbook.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A change that isn't seen makes a test wait until its time is over. */
@Timeout(30)
class BookWatchTest {

  private final Path folder;

  BookWatchTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void a_changed_file_and_a_file_in_a_new_folder_are_seen() throws Exception {
    Path chapter = Files.writeString(folder.resolve("chapter.adoc"), "one");
    try (var watch = new BookWatch(List.of(folder))) {
      Files.writeString(chapter, "two");
      watch.awaitChange();
      Path part = Files.createDirectories(folder.resolve("new/deep"));
      watch.awaitChange();
      Files.writeString(part.resolve("part.adoc"), "three");
      watch.awaitChange();
      Files.delete(chapter);
      watch.awaitChange();
    }
  }

  @Test
  void an_input_that_is_not_there_is_no_failure() throws IOException {
    new BookWatch(List.of(folder.resolve("absent"))).close();
  }
}
