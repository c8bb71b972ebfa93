package org.ringbook.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an agent passes to a tool. The schema has been checked when a tool sees it; the types are
 * asked for once more, so that no answer depends on who checked.
 */
final class Arguments {

  private final Map<String, Object> values;

  Arguments(@Nullable Map<String, Object> values) {
    this.values = values == null ? Map.of() : values;
  }

  /** A text that must be there. */
  String required(String name) throws Refusal {
    return text(name).orElseThrow(() -> new Refusal("The argument " + name + " is missing."));
  }

  /** A text, if it is there. */
  Optional<String> text(String name) throws Refusal {
    Object value = values.get(name);
    if (value == null || value instanceof String) {
      return Optional.ofNullable((String) value);
    }
    throw new Refusal("The argument " + name + " is not a text.");
  }

  /** A whole number; what is out of bounds is refused. */
  int number(String name, int least, int most, int otherwise) throws Refusal {
    Object value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Number number
        && number.doubleValue() >= least
        && number.doubleValue() <= most) {
      return number.intValue();
    }
    throw new Refusal("The argument %s is a number from %d to %d.".formatted(name, least, most));
  }

  /** Texts in a list; none where it is missing. */
  List<String> texts(String name) throws Refusal {
    Object value = values.get(name);
    List<String> texts = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object item : list) {
        texts.add(String.valueOf(item));
      }
    } else if (value != null) {
      throw new Refusal("The argument " + name + " is a list of words.");
    }
    return texts;
  }
}
