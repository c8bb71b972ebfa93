package org.ringbook.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ringbook.nativecode.Vectors.Line;
import org.ringbook.nativecode.Vectors.Words;

/**
 * The core in Java answers each vector as the core in C does, descriptors byte for byte. The
 * program core-vectors-test reads the same file.
 */
final class SharedVectorsTest {
  private final TransmitVectors transmit = new TransmitVectors();
  private final ReceiveVectors receive = new ReceiveVectors();
  private final ChecksumVectors checksums = new ChecksumVectors();
  private final List<Function<Words, String>> cores =
      List.of(transmit::answer, receive::answer, checksums::answer);

  @TestFactory
  Stream<DynamicTest> javaAnswersAsTheVectorsSay() throws IOException {
    List<Vectors> sections = Vectors.read(Flavour.home().resolve("vectors/rings.vec"));
    return sections.stream().map(section -> dynamicTest(section.section(), () -> run(section)));
  }

  private void run(Vectors section) {
    for (Line line : section.lines()) {
      String place = "line " + line.number() + ": " + String.join(" ", line.words().words());
      String said = answer(line.words());
      assertNotNull(said, place);
      assertEquals(line.answer(), said, place);
    }
  }

  private String answer(Words line) {
    return cores.stream()
        .map(core -> core.apply(line))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
