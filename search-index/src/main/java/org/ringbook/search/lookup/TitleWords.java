package org.ringbook.search.lookup;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringbook.search.apimap.ApiMap;
import org.ringbook.search.apimap.Concept;

/** Finds concepts by what they are called: their id, their title, or words of these. */
final class TitleWords {

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{Alnum}]+");

  /** What a question is made of beside its subject; every concept is about every system. */
  private static final Set<String> FILLERS =
      Set.of(
          "a", "an", "and", "are", "by", "call", "can", "do", "does", "for", "from", "how", "i",
          "in", "is", "it", "my", "of", "on", "or", "the", "to", "what", "which", "with", "linux",
          "freebsd", "netbsd", "illumos", "windows", "ndis", "rtos");

  private record Titled(Concept concept, String id, String title, List<String> words) {
    static Titled of(Concept concept) {
      List<String> words =
          Stream.concat(split(concept.title()), split(concept.id())).distinct().toList();
      return new Titled(
          concept, Question.squash(concept.id()), Question.squash(concept.title()), words);
    }
  }

  private final List<Titled> concepts;

  TitleWords(ApiMap map) {
    concepts = map.concepts().map(Titled::of).toList();
  }

  /** The concept whose id or title has exactly these letters and digits. */
  Optional<Concept> called(String text) {
    String squashed = Question.squash(text);
    return concepts.stream()
        .filter(it -> it.id.equals(squashed) || it.title.equals(squashed))
        .map(Titled::concept)
        .findFirst();
  }

  /** Concepts in whose title or id every word of a question begins some word, shortest first. */
  List<Concept> about(String text) {
    List<String> asked = split(text).filter(word -> !FILLERS.contains(word)).distinct().toList();
    if (asked.isEmpty()) {
      return List.of();
    }
    return concepts.stream()
        .filter(it -> asked.stream().allMatch(word -> opens(word, it.words)))
        .sorted(Comparator.comparingInt(it -> it.words.size()))
        .map(Titled::concept)
        .toList();
  }

  /** One letter opens too many words to say anything; the plural of a word is the word. */
  private static boolean opens(String asked, List<String> words) {
    String stem =
        asked.length() > 3 && asked.endsWith("s") ? asked.substring(0, asked.length() - 1) : asked;
    return words.stream()
        .anyMatch(word -> stem.length() < 2 ? word.equals(stem) : word.startsWith(stem));
  }

  private static Stream<String> split(String text) {
    return BETWEEN
        .splitAsStream(text)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty());
  }
}
