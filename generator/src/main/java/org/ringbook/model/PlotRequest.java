package org.ringbook.model;

import java.util.List;

/**
 * What an author wants to see of an example's data.
 *
 * @param data name after {@code # plot:} in the example's output, or an empty string for the only
 *     one
 * @param x the column along the bottom
 * @param y the columns that are drawn, at least one
 * @param yTitle what the upright axis measures, or an empty string for the title of the only column
 * @param bars whether bars are drawn rather than lines
 * @param logX whether equal steps along the bottom are equal ratios
 * @param alt what it shows, for readers who don't see it
 * @param caption printed below it, or an empty string
 */
public record PlotRequest(
    String data,
    Series x,
    List<Series> y,
    String yTitle,
    boolean bars,
    boolean logX,
    String alt,
    String caption) {

  public PlotRequest {
    y = List.copyOf(y);
  }

  /**
   * A column of the data.
   *
   * @param column its name in the header line
   * @param title what a reader calls it
   * @param by who does what it measures: {@code driver}, {@code device}, or an empty string
   */
  public record Series(String column, String title, String by) {}
}
