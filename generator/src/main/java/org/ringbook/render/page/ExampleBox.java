package org.ringbook.render.page;

/**
 * An example as a reader sees it: source, output of this build's run, and the command to run it.
 *
 * @param id such as {@code tx-ring-full}
 * @param anchor id of the box in its page, or an empty string for none
 * @param description one plain line that says what it shows
 * @param fileUrl the page that shows the whole file
 * @param code trusted HTML: the source with tokens marked up
 * @param isPart whether the code is only a part of the file
 * @param output plain text, exactly what the program printed
 * @param command to run it, such as {@code jbang tx-ring-full}
 * @param jdk feature release that it was proven on, such as 25
 */
public record ExampleBox(
    String id,
    String anchor,
    String description,
    String fileUrl,
    String code,
    boolean isPart,
    String output,
    String command,
    int jdk) {}
