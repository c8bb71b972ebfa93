package org.ringbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.FormatterException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All Java is in the house format; {@link HouseFormat} puts it there. */
class FormatTest {

  @Test
  void everyFileIsFormatted() throws FormatterException {
    List<Path> unformatted = new ArrayList<>();
    for (Path file : Repository.files(".java")) {
      String text = Repository.read(file);
      if (!HouseFormat.of(file, text).equals(text)) {
        unformatted.add(file);
      }
    }
    assertEquals(
        List.of(),
        unformatted,
        "not in the house format; ./mvnw -Pformat process-test-classes -pl site -am formats");
  }
}
