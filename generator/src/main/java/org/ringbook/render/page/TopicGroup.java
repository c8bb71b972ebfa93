package org.ringbook.render.page;

import java.util.List;

/**
 * The topics of one volume.
 *
 * @param volume as the sidebar lists it
 * @param topics everything it promises, in order
 */
public record TopicGroup(NavVolume volume, List<TopicLine> topics) {

  public TopicGroup {
    topics = List.copyOf(topics);
  }
}
