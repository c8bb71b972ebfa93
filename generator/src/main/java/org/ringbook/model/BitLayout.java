package org.ringbook.model;

import java.util.List;

/**
 * A binary format as the code declares it.
 *
 * @param type fully qualified name of the class that declares it
 * @param title short name for the caption, such as {@code legacy transmit descriptor}
 * @param bits its size
 * @param fields in order of their bits, without gaps or overlaps
 */
public record BitLayout(String type, String title, int bits, List<BitField> fields) {

  public BitLayout {
    fields = List.copyOf(fields);
  }
}
