package org.ringbook.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringbook.render.api.CallGroup;
import org.ringbook.render.api.CallLine;
import org.ringbook.render.api.ConceptAddress;
import org.ringbook.render.api.ConceptEntry;
import org.ringbook.render.api.ConceptGroup;
import org.ringbook.render.api.ConceptMap;
import org.ringbook.render.api.NameTarget;
import org.ringbook.render.api.SystemColumn;
import org.ringbook.render.api.WrongName;
import org.ringbook.search.apimap.ApiMap;
import org.ringbook.search.apimap.Call;
import org.ringbook.search.apimap.Concept;
import org.ringbook.search.apimap.Evidence;
import org.ringbook.search.apimap.FalseFriend;
import org.ringbook.search.apimap.Match;
import org.ringbook.search.apimap.NamePieces;
import org.ringbook.search.apimap.Os;
import org.ringbook.search.apimap.OsColumn;
import org.ringbook.search.apimap.Phase;
import org.ringbook.search.apimap.Relation;

/** Turns the map of kernel calls into what its pages show. */
final class Concepts {

  private static final Map<Phase, String> PHASES =
      Map.of(
          Phase.SETUP, "set-up",
          Phase.PACKET, "per packet",
          Phase.TEARDOWN, "teardown",
          Phase.ANY, "");

  private final ApiMap map;

  private Concepts(ApiMap map) {
    this.map = map;
  }

  static ConceptMap of(ApiMap map) {
    var concepts = new Concepts(map);
    return new ConceptMap(
        Stream.of(Os.values()).map(Concepts::term).toList(),
        Stream.of(Relation.values()).map(Concepts::term).toList(),
        map.categories().stream()
            .filter(category -> !category.concepts().isEmpty())
            .map(
                category ->
                    new ConceptGroup(
                        category.id(),
                        category.title(),
                        category.concepts().stream().map(concepts::entry).toList()))
            .toList());
  }

  /** Where a name leads: a right one to its concept, a wrong one to the warning there. */
  static NameTarget target(Match match) {
    Concept concept = match.concept();
    boolean wrong = match instanceof Match.Misnomer;
    return new NameTarget(
        concept.id(),
        concept.category(),
        match.os().key(),
        wrong ? ConceptAddress.wrongName(match.os().key(), match.name()) : "",
        wrong);
  }

  private static ConceptMap.Term term(Os os) {
    return new ConceptMap.Term(os.key(), os.title(), "");
  }

  private static ConceptMap.Term term(Relation relation) {
    String meaning =
        switch (relation) {
          case DIRECT -> "One call for one call: the arguments change, the contract does not.";
          case ADAPTER -> "The same job under another contract: a thin adapter bridges it.";
          case SEQUENCE -> "One call here is an ordered series of calls there.";
          case CONCEPT ->
              "The same idea in another shape: a callback for a call, a field for a function.";
          case EXCEPTION -> "Most systems have nothing that does the job: a porting exception.";
        };
    return new ConceptMap.Term(relation.key(), relation.key(), meaning);
  }

  private ConceptEntry entry(Concept concept) {
    return new ConceptEntry(
        concept.id(),
        concept.title(),
        term(concept.relation()),
        phases(concept),
        new ConceptEntry.Sayings(
            concept.words().does(),
            concept.words().ownership(),
            concept.words().context(),
            concept.words().bites()),
        Stream.of(Os.values())
            .map(concept::on)
            .map(column -> column(concept, column))
            .filter(Objects::nonNull)
            .toList(),
        concept.falseFriends().stream().map(Concepts::wrong).toList(),
        concept.stub().orElse(""),
        concept.example().orElse(""));
  }

  private static List<String> phases(Concept concept) {
    return Stream.of(Os.values())
        .flatMap(os -> concept.on(os).calls().stream())
        .map(Call::phase)
        .filter(phase -> phase != Phase.ANY)
        .distinct()
        .sorted()
        .map(phase -> PHASES.getOrDefault(phase, ""))
        .toList();
  }

  private static WrongName wrong(FalseFriend friend) {
    return new WrongName(term(friend.os()), friend.name(), friend.why());
  }

  /** Nothing where the map says neither calls nor why there are none. */
  private @Nullable SystemColumn column(Concept concept, OsColumn column) {
    if (column.none() && column.reason().isEmpty()) {
      return null;
    }
    List<CallGroup> groups = new ArrayList<>(phases(concept, "", column.calls()));
    column.alternatives().forEach(way -> groups.addAll(phases(concept, "or", way)));
    groups.addAll(phases(concept, "with iflib", column.framework()));
    if (!column.companions().isEmpty()) {
      groups.add(new CallGroup("beside them", "", false, lines(concept, column.companions())));
    }
    return new SystemColumn(term(column.os()), groups, column.reason(), declared(column));
  }

  private static List<SystemColumn.Declared> declared(OsColumn column) {
    return column
        .everyCall()
        .flatMap(Call::everyEvidence)
        .distinct()
        .map(Concepts::declared)
        .toList();
  }

  private static SystemColumn.Declared declared(Evidence seen) {
    return new SystemColumn.Declared(seen.symbol(), seen.kind(), seen.declaredIn(), seen.release());
  }

  /** Calls in their order, cut where the phase changes. */
  private List<CallGroup> phases(Concept concept, String way, List<Call> calls) {
    List<CallGroup> groups = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= calls.size(); i++) {
      if (i == calls.size() || calls.get(i).phase() != calls.get(start).phase()) {
        String phase = PHASES.getOrDefault(calls.get(start).phase(), "");
        groups.add(new CallGroup(way, phase, true, lines(concept, calls.subList(start, i))));
        start = i;
      }
    }
    return groups;
  }

  private List<CallLine> lines(Concept concept, List<Call> calls) {
    return calls.stream()
        .map(
            call ->
                new CallLine(
                    call.name(),
                    NamePieces.of(call.name()),
                    call.flags().stream().map(Evidence::symbol).toList(),
                    home(concept, call)))
        .toList();
  }

  /** The concept that is about a call, where that is another one. */
  private @Nullable NameTarget home(Concept concept, Call call) {
    return map.find(call.name()).stream()
        .filter(match -> match instanceof Match.Counterpart)
        .findFirst()
        .filter(match -> !match.concept().id().equals(concept.id()))
        .map(Concepts::target)
        .orElse(null);
  }
}
