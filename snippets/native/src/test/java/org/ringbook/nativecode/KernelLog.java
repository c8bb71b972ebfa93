package org.ringbook.nativecode;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a driver said in a kernel's log. The rest of a log is the machine's: processor, memory map,
 * addresses that are random on purpose.
 *
 * @param lines in order, without their times
 */
record KernelLog(List<String> lines) {
  private static final Pattern TIME = Pattern.compile("^\\[ *\\d+\\.\\d+\\] ");
  private static final Pattern DEVICE = Pattern.compile("^\\S+ [0-9a-f]{4}:[0-9a-f]{2}:");
  private static final Pattern NUMBER = Pattern.compile("(?<![0-9a-f:])\\d+(?![0-9a-f:.])");

  KernelLog {
    lines = List.copyOf(lines);
  }

  /** The lines that name a driver as a word. */
  static KernelLog of(String log, String driver) {
    Pattern name = Pattern.compile("\\b" + Pattern.quote(driver) + "\\b");
    return new KernelLog(
        log.lines()
            .map(line -> TIME.matcher(line).replaceFirst(""))
            .filter(line -> name.matcher(line).find())
            .toList());
  }

  String text() {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  /**
   * The kinds of messages that the driver has for its device: which ones there are is its doing.
   * How often the link is told to be up is a matter of time, and plain numbers are. What the kernel
   * says of any such module, its licence for one, differs from release to release.
   */
  TreeSet<String> kinds() {
    return lines.stream()
        .filter(line -> DEVICE.matcher(line).find())
        .map(line -> NUMBER.matcher(line).replaceAll("N"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
