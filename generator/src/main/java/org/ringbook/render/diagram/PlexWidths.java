package org.ringbook.render.diagram;

import net.sourceforge.plantuml.klimt.drawing.font.UnicodeFontWidthSansSerif;

/**
 * How wide the interface face (IBM Plex Sans, regular, with 2 % to spare for the semibold) is.
 *
 * <p>PlantUML brings a table of widths of an average sans serif, in which a blank has none. This
 * puts the widths of the face that readers really see in place of its first 256 characters, so that
 * texts fit their boxes. No font of the machine is asked.
 */
final class PlexWidths {

  /** Where U+0020 to U+00FF start; each number is a width in tenths of a pixel at 16 px. */
  private static final int FIRST = 0x20;

  private static final String WIDTHS =
      """
      39 46 68 116 98 151 113 39 55 55 73 98 44 65 44 63 98 98 98 98 98 98 98 98 98 98 48
      48 98 98 98 78
      145 105 107 101 110 95 91 113 115 65 83 103 82 132 115 116 99 116 104 95 93 111 99
      145 100 97 95 52 63 52 98 92
      98 87 95 82 95 90 53 86 93 41 41 86 44 142 93 91 95 95 60 79 57 93 80 125 83 81 76
      56 51 56 98 0
      39 46 84 97 100 99 51 96 98 127 65 84 98 0 78 98 76 98 57 57 98 94 106 53 98 59 65
      84 138 142 134 76
      105 105 105 105 105 105 148 101 95 95 95 95 65 65 65 65 110 115 116 116 116 116 116
      98 116 111 111 111 111 97 99 104
      87 87 87 87 87 87 141 82 90 90 90 90 41 41 41 41 91 93 91 91 91 91 91 98 93 93 93 93
      93 81 95 81
      """;

  private PlexWidths() {}

  /** Must come before the first diagram. */
  static void install() {
    byte[] block = new byte[256];
    String[] widths = WIDTHS.strip().split("\\s+", -1);
    for (int i = 0; i < widths.length; i++) {
      block[FIRST + i] = (byte) Integer.parseInt(widths[i]);
    }
    UnicodeFontWidthSansSerif.SANS_SERIF[0] = block;
  }
}
