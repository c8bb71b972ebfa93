package org.ringbook.publish;

import java.nio.file.Path;
import org.ringbook.model.Problems;

/** A process that publishes one site after the other until it is killed. */
final class EndlessPublisher {

  private EndlessPublisher() {}

  /** Publishes to the folder that is named, and says so of each site. */
  public static void main(String[] args) {
    var publisher = new Publisher(Path.of(args[0]));
    for (int number = 0; ; number++) {
      System.out.println(publisher.publish(Sites.numbered(number), new Problems()));
    }
  }
}
