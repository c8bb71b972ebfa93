package org.ringbook.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringbook.model.Example;
import org.ringbook.model.NearestName;
import org.ringbook.model.PlotRequest;
import org.ringbook.model.PlotRequest.Series;
import org.ringbook.model.Problems;
import org.ringbook.model.Use;
import org.ringbook.render.page.FactTable;
import org.ringbook.render.page.FigureBox;
import org.ringbook.render.plot.PlotData;
import org.ringbook.render.plot.PlotDrawing;

/** Makes figures of what examples printed; what they no longer print is a problem. */
final class PlotBlocks {

  private static final int FEWEST_POINTS = 2;

  private final Problems problems;

  PlotBlocks(Problems problems) {
    this.problems = problems;
  }

  /** The figure, or nothing where it can't be drawn. */
  Optional<FigureBox> figure(Use.PlotUse use, Example example) {
    PlotRequest request = use.request();
    if (request.y().isEmpty() || request.x().column().isEmpty() || request.alt().isBlank()) {
      return Optional.empty(); // told where the chapter was read
    }
    return data(use, example)
        .filter(data -> isSound(use, data))
        .map(
            data ->
                new FigureBox(
                    "",
                    "plot",
                    PlotDrawing.svg(request, data),
                    request.alt(),
                    request.caption(),
                    facts(request, data, example.id())));
  }

  private Optional<PlotData> data(Use.PlotUse use, Example example) {
    Map<String, PlotData> all = PlotData.of(example.output());
    String wanted = use.request().data();
    if (wanted.isEmpty() && all.size() == 1) {
      return all.values().stream().findFirst();
    }
    PlotData data = all.get(wanted);
    if (data == null) {
      String what = wanted.isEmpty() ? "no data, or several" : "no data called " + wanted;
      String hint = NearestName.hint(wanted, all.keySet());
      String otherwise =
          all.isEmpty()
              ? "Print # plot: name, the columns' names, and a line for each point."
              : "It prints " + String.join(", ", all.keySet()) + ": write data=….";
      error(
          "plot-without-data",
          use,
          example.id() + " prints " + what,
          hint.isEmpty() ? otherwise : hint);
    }
    return Optional.ofNullable(data);
  }

  private boolean isSound(Use.PlotUse use, PlotData data) {
    Optional<List<String>> ragged = data.raggedRow();
    if (ragged.isPresent()) {
      String title =
          "a line of the data has not one number for each column: " + words(ragged.get());
      error("plot-not-a-table", use, title, "The columns are " + words(data.columns()) + ".");
      return false;
    }
    boolean sound =
        columns(use.request()).allMatch(series -> hasColumn(use, data, series.column()));
    if (sound && data.rows().size() < FEWEST_POINTS) {
      String title = "the data has fewer than two points";
      error("plot-without-points", use, title, "Print a line for each of two points at least.");
      return false;
    }
    return sound && hasRatios(use, data);
  }

  private boolean hasColumn(Use.PlotUse use, PlotData data, String column) {
    if (!data.columns().contains(column)) {
      String hint = NearestName.hint(column, data.columns());
      String known =
          data.columns().isEmpty()
              ? "Print the columns' names below # plot:, and a line for each point."
              : "It has " + words(data.columns()) + ".";
      error(
          "plot-column-missing",
          use,
          "the data has no column " + column,
          hint.isEmpty() ? known : hint);
      return false;
    }
    boolean names = use.request().bars() && column.equals(use.request().x().column());
    Optional<String> wrong = names ? Optional.empty() : data.notANumber(column);
    wrong.ifPresent(
        cell ->
            error("plot-not-a-number", use, "in column " + column + ", no number: " + cell, ""));
    return wrong.isEmpty();
  }

  /** Zero has no place on an axis of ratios. */
  private boolean hasRatios(Use.PlotUse use, PlotData data) {
    PlotRequest request = use.request();
    boolean sound =
        request.bars()
            || !request.logX()
            || data.numbers(request.x().column()).stream().allMatch(x -> x > 0);
    if (!sound) {
      String title = "column " + request.x().column() + " is not above zero everywhere";
      error("plot-not-a-number", use, title, "Take logx away.");
    }
    return sound;
  }

  private static FactTable facts(PlotRequest request, PlotData data, String example) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < data.rows().size(); i++) {
      int row = i;
      rows.add(columns(request).map(series -> data.texts(series.column()).get(row)).toList());
    }
    return new FactTable(
        "The numbers, as jbang " + example + " printed them",
        columns(request).map(Series::title).toList(),
        rows);
  }

  private static Stream<Series> columns(PlotRequest request) {
    return Stream.concat(Stream.of(request.x()), request.y().stream());
  }

  private static String words(List<String> cells) {
    return String.join(" ", cells);
  }

  private void error(String code, Use.PlotUse use, String title, String hint) {
    problems.error(code, use.place(), title, hint);
  }
}
