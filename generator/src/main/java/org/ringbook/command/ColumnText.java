package org.ringbook.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringbook.search.apimap.Call;
import org.ringbook.search.apimap.Concept;
import org.ringbook.search.apimap.Evidence;
import org.ringbook.search.apimap.FalseFriend;
import org.ringbook.search.apimap.Os;
import org.ringbook.search.apimap.OsColumn;
import org.ringbook.search.apimap.Phase;

/** One system's part of a concept on the terminal. */
final class ColumnText {

  private static final int NAME = 40;

  private final Sheet sheet;
  private final Ink ink;
  private final Set<String> asked;

  /**
   * @param asked names that the reader has, to be marked
   */
  ColumnText(Sheet sheet, Ink ink, Set<String> asked) {
    this.sheet = sheet;
    this.ink = ink;
    this.asked = asked;
  }

  void write(Os os, Concept concept) {
    OsColumn column = concept.on(os);
    sheet.label(os.title());
    if (column.none()) {
      String reason = column.reason().isEmpty() ? "" : ": " + column.reason();
      sheet.paragraph("none" + reason, line -> line);
    }
    way(column.calls());
    column.alternatives().forEach(calls -> part("or", calls));
    part("with iflib", column.framework());
    part("beside it", column.companions());
    concept.falseFriendsOn(os).forEach(this::friend);
    declared(column);
  }

  private void part(String opening, List<Call> calls) {
    if (!calls.isEmpty()) {
      sheet.line(ink.faint(opening));
      way(calls);
    }
  }

  private void way(List<Call> calls) {
    int number = 0;
    for (Call call : calls) {
      number++;
      call(calls.size() == 1 ? "" : number + ". ", call);
    }
  }

  private void call(String number, Call call) {
    String name = call.name();
    String pad = " ".repeat(Math.max(1, NAME - number.length() - name.length()));
    String mark = asked.contains(name) ? ink.strong("  you have it") : "";
    sheet.line(number + ink.right(name) + pad + ink.faint(phase(call.phase())) + mark);
    if (!call.flags().isEmpty()) {
      String flags = call.flags().stream().map(Evidence::symbol).collect(Collectors.joining(" "));
      sheet.paragraph(flags, " ".repeat(number.length() + 2), line -> line);
    }
  }

  private static String phase(Phase phase) {
    return switch (phase) {
      case SETUP -> "set-up";
      case PACKET -> "per packet";
      case TEARDOWN -> "teardown";
      case ANY -> "";
    };
  }

  private void friend(FalseFriend friend) {
    sheet.paragraph(friend.name() + " " + friend.why(), "× ", ink::wrong);
  }

  /** Each place once, with the release in which it was seen. */
  private void declared(OsColumn column) {
    Map<String, String> places = new LinkedHashMap<>();
    column
        .everyCall()
        .flatMap(Call::everyEvidence)
        .forEach(it -> places.putIfAbsent(it.declaredIn(), it.release()));
    String all =
        places.entrySet().stream()
            .map(place -> place.getKey() + " (" + place.getValue() + ")")
            .collect(Collectors.joining(", "));
    if (!all.isEmpty()) {
      sheet.paragraph("in " + all, ink::faint);
    }
  }
}
