package org.ringbook.render.bits;

import java.util.ArrayList;
import java.util.List;

/** Gives each cell of a row its name, or puts it into a strip where the name has no room. */
final class Enlarger {

  private static final double FAN = 20;
  private static final double STRIP_GAP = 14;

  private final List<Cell> named = new ArrayList<>();
  private final List<List<Cell>> runs = new ArrayList<>();

  private Enlarger() {}

  static Row enlarge(int firstByte, List<Cell> cells) {
    Enlarger enlarger = new Enlarger();
    boolean inRun = false;
    for (Cell cell : cells) {
      inRun = enlarger.take(cell, inRun);
    }
    return new Row(firstByte, enlarger.named, enlarger.strips(cells.getFirst().box().bottom()));
  }

  /** Answers whether the cell went into a run. */
  private boolean take(Cell cell, boolean inRun) {
    boolean reserved = cell.writer() == Writer.NOBODY;
    if (cell.label().isEmpty() || Metrics.fits(cell.label(), cell.box().width())) {
      named.add(cell);
      return false;
    }
    if (reserved) {
      named.add(cell.labelled(Metrics.fits("rsv", cell.box().width()) ? "rsv" : ""));
      return false;
    }
    if (!inRun) {
      runs.add(new ArrayList<>());
    }
    runs.getLast().add(cell);
    named.add(cell.labelled(""));
    return true;
  }

  private List<Strip> strips(double rowBottom) {
    List<Strip> strips = new ArrayList<>();
    double y = rowBottom + FAN + Metrics.NUMBERS_HEIGHT;
    double freeFrom = Metrics.GUTTER;
    for (List<Cell> run : runs) {
      for (List<Cell> line : lines(run)) {
        double width = line.stream().mapToDouble(Enlarger::wide).sum();
        double x =
            Math.clamp(
                centre(line) - width / 2, Metrics.GUTTER, Metrics.GUTTER + Metrics.WIDTH - width);
        if (x < freeFrom && freeFrom + width <= Metrics.GUTTER + Metrics.WIDTH) {
          x = freeFrom;
        } else if (x < freeFrom) {
          y += Metrics.CELL_HEIGHT + STRIP_GAP + Metrics.NUMBERS_HEIGHT;
        }
        strips.add(strip(line, x, y));
        freeFrom = x + width + STRIP_GAP;
      }
    }
    return strips;
  }

  private static Strip strip(List<Cell> line, double left, double y) {
    List<Cell> wide = new ArrayList<>();
    double x = left;
    for (Cell cell : line) {
      Box box = new Box(x, y, wide(cell), Metrics.CELL_HEIGHT);
      wide.add(new Cell(cell.field(), cell.high(), cell.low(), box, cell.label()));
      x = box.right();
    }
    Box first = line.getFirst().box();
    double width = line.getLast().box().right() - first.x();
    return new Strip(new Box(first.x(), first.y(), width, first.height()), wide);
  }

  /** Breaks a run into lines that are no wider than the row. */
  private static List<List<Cell>> lines(List<Cell> run) {
    List<List<Cell>> lines = new ArrayList<>();
    double left = 0;
    for (Cell cell : run) {
      if (lines.isEmpty() || left + wide(cell) > Metrics.WIDTH) {
        lines.add(new ArrayList<>());
        left = 0;
      }
      lines.getLast().add(cell);
      left += wide(cell);
    }
    return lines;
  }

  private static double wide(Cell cell) {
    return Metrics.comfortable(cell.label());
  }

  private static double centre(List<Cell> line) {
    return (line.getFirst().box().x() + line.getLast().box().right()) / 2;
  }
}
