package org.ringbook.render.page;

import java.util.List;

/**
 * Mistakes about one subject.
 *
 * @param id the heading's anchor
 * @param title the heading
 * @param mistakes in order
 */
public record MistakeGroup(String id, String title, List<MistakeLine> mistakes) {
  public MistakeGroup {
    mistakes = List.copyOf(mistakes);
  }
}
