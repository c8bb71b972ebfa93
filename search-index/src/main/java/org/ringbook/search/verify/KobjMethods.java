package org.ringbook.search.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds methods in FreeBSD's interface files ({@code .m}): from {@code INTERFACE device} and {@code
 * METHOD int attach} the kernel's build makes the call {@code DEVICE_ATTACH}.
 */
final class KobjMethods {

  private static final Pattern INTERFACE = Pattern.compile("(?m)^\\s*INTERFACE\\s+(\\w+)\\s*;");
  private static final Pattern METHOD =
      Pattern.compile("(?m)^\\s*(?:STATIC)?METHOD\\s+[^{;]*?(\\w+)\\s*\\{");

  private KobjMethods() {}

  /** The calls and slots of these names that the build makes of a file. */
  static List<Declared> of(String code, Set<String> wanted) {
    List<Declared> found = new ArrayList<>();
    Matcher owner = INTERFACE.matcher(code);
    if (owner.find()) {
      Matcher method = METHOD.matcher(code);
      while (method.find()) {
        String slot = owner.group(1) + "_" + method.group(1);
        int line = Lines.at(code, method.start(1));
        Stream.of(slot, slot.toUpperCase(Locale.ROOT))
            .filter(wanted::contains)
            .forEach(name -> found.add(new Declared(name, Shape.MACRO, line)));
      }
    }
    return found;
  }
}
