package org.ringbook.porter;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says of each file of a driver what a porter does with it. */
public final class FileClassifier {

  /** What a file is to a porter, the most important first. */
  public enum Role {
    /**
     * A twentieth of the data path or more is in it: ported function by function.
     */
    DATA_PATH,
    /** The data path runs through it in a place or two: read, then decide. */
    TOUCHED,
    /**
     * It allocates rings, adds a poll or requests an interrupt: the adapter's
     * model.
     */
    SET_UP,
    /** It tells the layout of what the device reads and writes. */
    FORMATS,
    /** None of these: stays behind. */
    REST
  }

  private FileClassifier() {}

  /** The role of every file, by name. */
  public static Map<String, Role> classify(List<FileFacts> driver) {
    int all = driver.stream().mapToInt(FileFacts::perPacket).sum();
    Map<String, Role> roles = new TreeMap<>();
    driver.forEach(facts -> roles.put(facts.file(), role(facts, all)));
    return roles;
  }

  // tag::role[]
  private static Role role(FileFacts file, int all) {
    if (file.perPacket() > 0) {
      return 20 * file.perPacket() >= all ? Role.DATA_PATH : Role.TOUCHED;
    }
    if (file.setUp() > 0) {
      return Role.SET_UP;
    }
    return file.isHeader() && file.fields() > 0 ? Role.FORMATS : Role.REST;
  }

  // end::role[]
}
