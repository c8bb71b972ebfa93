package org.ringbook.parse;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ringbook.model.NearestName;
import org.ringbook.model.Place;
import org.ringbook.model.PlotRequest;
import org.ringbook.model.PlotRequest.Series;
import org.ringbook.model.Problem;
import org.ringbook.model.Use;
import org.ringbook.parse.ChapterSession.Request;

/**
 * {@code plot::example-id[x="column: title",y="column: title; column: title",alt="…"]}: which
 * columns of an example's data are drawn, and how.
 */
final class PlotMacro {

  private static final Set<String> OPTIONS =
      Set.of("data", "x", "y", "unit", "kind", "logx", "alt", "caption", "title");
  private static final Set<String> WRITERS = Set.of("", "driver", "device");
  private static final List<String> KINDS = List.of("line", "bars");

  private PlotMacro() {}

  static Use read(Request request, Place place, List<Problem> problems) {
    List<Series> x = series(request.attribute("x"));
    List<Series> y = series(request.attribute("y"));
    y.stream()
        .map(Series::by)
        .filter(by -> !WRITERS.contains(by))
        .forEach(by -> problems.add(unknownWriter(place, by)));
    String kind = request.attributes().getOrDefault("kind", "line");
    unknown(request).forEach(o -> problems.add(unknownOption(place, o)));
    if (x.size() != 1 || y.isEmpty()) {
      problems.add(noColumns(place));
    }
    if (!KINDS.contains(kind)) {
      problems.add(unknownKind(place, kind));
    }
    if (request.attribute("alt").isBlank()) {
      problems.add(silent(place));
    }
    return new Use.PlotUse(
        request.target(),
        new PlotRequest(
            request.attribute("data"),
            x.isEmpty() ? new Series("", "", "") : x.getFirst(),
            y,
            request.attribute("unit"),
            kind.equals("bars"),
            isSet(request, "logx"),
            request.attribute("alt"),
            caption(request)),
        place);
  }

  /** Columns with titles, and with who acts: {@code batch: frames; doorbells@driver: rung}. */
  private static List<Series> series(String written) {
    return Stream.of(written.split(";", -1))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .map(PlotMacro::one)
        .toList();
  }

  private static Series one(String written) {
    String[] parts = written.split(":", 2);
    String[] column = parts[0].split("@", 2);
    String name = column[0].strip();
    return new Series(
        name,
        parts.length == 1 ? name : parts[1].strip(),
        column.length == 1 ? "" : column[1].strip());
  }

  /** A word alone in the brackets stands under its position. */
  private static boolean isSet(Request request, String option) {
    return request.attributes().entrySet().stream()
        .anyMatch(
            entry ->
                entry.getKey().equals(option)
                    || (entry.getKey().matches("\\d+") && entry.getValue().equals(option)));
  }

  private static Set<String> unknown(Request request) {
    Set<String> unknown = new TreeSet<>();
    request
        .attributes()
        .forEach(
            (key, value) -> {
              String option = key.matches("\\d+") ? value : key;
              if (!OPTIONS.contains(option)) {
                unknown.add(option);
              }
            });
    return unknown;
  }

  private static String caption(Request request) {
    String title = request.attribute("title");
    return title.isEmpty() ? request.attribute("caption") : title;
  }

  private static Problem unknownOption(Place place, String option) {
    return Problem.error(
        "unknown-plot-option",
        place,
        "a plot knows no " + option,
        NearestName.hint(option, OPTIONS));
  }

  private static Problem unknownWriter(Place place, String by) {
    return Problem.error(
        "unknown-plot-option",
        place,
        "a line of a plot is of the driver or of the device, not of " + by,
        "Write column@driver: title, or column: title for neither.");
  }

  private static Problem unknownKind(Place place, String kind) {
    return Problem.error(
        "unknown-plot-option",
        place,
        "there is no plot of kind " + kind,
        "Write kind=line or kind=bars.");
  }

  private static Problem noColumns(Place place) {
    return Problem.error(
        "plot-without-columns",
        place,
        "this plot names no column for one of its axes",
        "Write x=\"column: title\" and y=\"column: title\".");
  }

  private static Problem silent(Place place) {
    return Problem.error(
        "no-text-alternative",
        place,
        "plot without a text alternative",
        "Say in alt=\"…\" what a reader who doesn't see it must know.");
  }
}
