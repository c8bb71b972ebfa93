package org.ringbook.porter;

/**
 * A function that a file defines.
 *
 * @param file where it stands
 * @param name as it is called
 * @param line of its opening brace, the first being 1
 * @param head its declaration, by which parameters are told from functions
 * @param body between its braces, code only
 */
public record CFunction(
    String file,
    String name, // unique in its file, not in a driver
    int line,
    String head,
    String body) {

  @Override
  public String toString() {
    return file + ":" + line + " " + name;
  }
}
