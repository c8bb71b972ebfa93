package org.ringbook.render.bits;

import java.util.List;

/**
 * Eight bytes of the format and the strips that enlarge its narrow fields.
 *
 * @param firstByte offset of its lowest byte
 * @param cells from the highest bit down, that is from the left
 * @param strips in the order they stand under the row
 */
record Row(int firstByte, List<Cell> cells, List<Strip> strips) {

  Row {
    cells = List.copyOf(cells);
    strips = List.copyOf(strips);
  }
}
