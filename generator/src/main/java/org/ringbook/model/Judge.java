package org.ringbook.model;

import java.time.Duration;
import java.util.List;

/**
 * A program that proves what the build can't prove by itself: it compiles and runs the files below
 * a folder, and records which of them passed.
 *
 * @param id kebab-case, unique in the book
 * @param root folder of the files that it judges, relative to the book's root
 * @param command what to run in that folder, word by word; no shell sees it
 * @param needs tools that must be on the path
 * @param install what to do where one is missing
 * @param record file that the command writes, relative to the judge's root
 * @param limit of one run
 * @param table id of the table that listings link to, or an empty string
 * @param place where the book names it
 */
public record Judge(
    String id,
    String root,
    List<String> command,
    List<String> needs,
    String install,
    String record,
    Duration limit,
    String table,
    Place place) {

  public Judge {
    command = List.copyOf(command);
    needs = List.copyOf(needs);
  }

  /** Whether a file of the book, by its path relative to the root, is this judge's to judge. */
  public boolean isFor(String file) {
    return file.startsWith(root + "/");
  }
}
