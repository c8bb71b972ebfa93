package org.ringbook.search.lookup;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The parts of a name: {@code NdisMAllocateSharedMemory} is ndis, m, allocate, shared, memory. */
final class NameParts {

  private static final Pattern BETWEEN =
      Pattern.compile(
          "[^\\p{Alnum}]+|(?<=\\p{Lower})(?=\\p{Upper})"
              + "|(?<=\\p{Upper})(?=\\p{Upper}\\p{Lower})|(?<=\\d)(?=\\p{Alpha})"
              + "|(?<=\\p{Lower})(?=\\d)");

  private NameParts() {}

  /** In lower case, in order; none of them is empty. */
  static List<String> of(String name) {
    return BETWEEN
        .splitAsStream(name)
        .filter(part -> !part.isEmpty())
        .map(part -> part.toLowerCase(Locale.ROOT))
        .toList();
  }
}
