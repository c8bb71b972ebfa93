package org.ringbook.publish;

import java.nio.file.Path;
import org.ringbook.model.Problems;

/** A process that publishes one site and says what went wrong. */
final class PublishOnce {

  private PublishOnce() {}

  /** Publishes to the folder that is named. */
  public static void main(String[] args) {
    var problems = new Problems();
    new Publisher(Path.of(args[0])).publish(Sites.numbered(2), problems);
    System.out.println(problems.sorted());
  }
}
