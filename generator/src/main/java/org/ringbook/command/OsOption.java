package org.ringbook.command;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ringbook.model.NearestName;
import org.ringbook.search.apimap.Os;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a system; a wrong one is answered by those that there are. */
final class OsOption implements ITypeConverter<Os> {

  /** Every system, for the help and for completion. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return keys().iterator();
    }
  }

  @Override
  public Os convert(String value) {
    String key = value.strip().toLowerCase(Locale.ROOT);
    return Os.of(key).orElseThrow(() -> new TypeConversionException(unknown(key)));
  }

  private static String unknown(String key) {
    String shown = key.length() > 40 ? key.substring(0, 40) + "…" : key;
    String hint = NearestName.hint(shown, keys());
    return "there is no system "
        + shown
        + "; the map has "
        + String.join(", ", keys())
        + (hint.isEmpty() ? "" : ". " + hint);
  }

  private static List<String> keys() {
    return Stream.of(Os.values()).map(Os::key).toList();
  }
}
